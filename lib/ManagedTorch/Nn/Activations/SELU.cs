using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>ELU with the two constants that keep mean 0 and variance 1 (Klambauer et al. 2017, equation 2).</summary>
public sealed class SELU : ParameterLessModule<Tensor, Tensor>
{
    internal SELU(bool inplace) : base(nameof(SELU))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.selu(tensor, inplace);
}
