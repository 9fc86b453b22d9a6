using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x above zero, else x times the middle of the two slopes, as in evaluation (Xu et al. 2015).</summary>
public sealed class RReLU : ParameterLessModule<Tensor, Tensor>
{
    internal RReLU(double lower, double upper, bool inplace) : base(nameof(RReLU))
    {
        this.lower = lower;
        this.upper = upper;
        this.inplace = inplace;
    }

    /// <summary>The smallest slope.</summary>
    public double lower { get; set; }

    /// <summary>The largest slope.</summary>
    public double upper { get; set; }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.rrelu(tensor, lower, upper, inplace);
}
