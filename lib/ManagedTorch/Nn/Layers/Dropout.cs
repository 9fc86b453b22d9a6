using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// In training sets each element to zero with probability p and divides the others by 1 - p; in evaluation does nothing
/// (Srivastava et al. 2014).
/// </summary>
public sealed class Dropout : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout(double p, bool inplace) : base(nameof(Dropout))
    {
        if (!(p >= 0 && p <= 1))
        {
            throw new ArgumentException($"Dropout: expects 0 <= p <= 1, got p = {p}");
        }
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability of an element to be dropped.</summary>
    public double p { get; set; }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.dropout(tensor, p, training, inplace);
}
