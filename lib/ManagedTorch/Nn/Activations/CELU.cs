using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x above zero, else alpha (exp(x / alpha) - 1) (Barron 2017, equation 2).</summary>
public sealed class CELU : ParameterLessModule<Tensor, Tensor>
{
    internal CELU(double alpha, bool inplace) : base(nameof(CELU))
    {
        this.alpha = alpha;
        this.inplace = inplace;
    }

    /// <summary>Minus the limit far below zero.</summary>
    public double alpha { get; set; }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.celu(tensor, alpha, inplace);
}
