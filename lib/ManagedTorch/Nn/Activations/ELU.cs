using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x above zero, else alpha (exp(x) - 1) (Clevert et al. 2016, equation 15).</summary>
public sealed class ELU : ParameterLessModule<Tensor, Tensor>
{
    internal ELU(double alpha, bool inplace) : base(nameof(ELU))
    {
        this.alpha = alpha;
        this.inplace = inplace;
    }

    /// <summary>Minus the limit far below zero.</summary>
    public double alpha { get; set; }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.elu(tensor, alpha, inplace);
}
