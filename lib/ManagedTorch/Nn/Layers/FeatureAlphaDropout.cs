using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>In training drops whole channels of (N, C, places) so that mean 0 and variance 1 stay (Klambauer et al. 2017).</summary>
public sealed class FeatureAlphaDropout : ParameterLessModule<Tensor, Tensor>
{
    internal FeatureAlphaDropout(double p, bool inplace) : base(nameof(FeatureAlphaDropout))
    {
        if (!(p >= 0 && p <= 1))
        {
            throw new ArgumentException($"FeatureAlphaDropout: expects 0 <= p <= 1, got p = {p}");
        }
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability to be dropped.</summary>
    public double p { get; set; }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor input) => nn.functional.feature_alpha_dropout(input, p, training, inplace);
}
