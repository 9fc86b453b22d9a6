using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>In training drops elements so that mean 0 and variance 1 stay; for networks of SELUs (Klambauer et al. 2017).</summary>
public sealed class AlphaDropout : ParameterLessModule<Tensor, Tensor>
{
    internal AlphaDropout(double p, bool inplace) : base(nameof(AlphaDropout))
    {
        if (!(p >= 0 && p <= 1))
        {
            throw new ArgumentException($"AlphaDropout: expects 0 <= p <= 1, got p = {p}");
        }
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability to be dropped.</summary>
    public double p { get; set; }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.alpha_dropout(tensor, p, training, inplace);
}
