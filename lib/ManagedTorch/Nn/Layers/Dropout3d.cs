using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// In training sets whole channels of (N, C, D, H, W) to zero with probability p and divides the others by 1 - p (Tompson et al. 2015).
/// </summary>
public sealed class Dropout3d : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout3d(double p, bool inplace) : base(nameof(Dropout3d))
    {
        if (!(p >= 0 && p <= 1))
        {
            throw new ArgumentException($"Dropout3d: expects 0 <= p <= 1, got p = {p}");
        }
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability of a channel to be dropped.</summary>
    public double p { get; set; }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor input) => nn.functional.dropout3d(input, p, training, inplace);
}
