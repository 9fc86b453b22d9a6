using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x above the threshold, else the value.</summary>
public sealed class Threshold : ParameterLessModule<Tensor, Tensor>
{
    internal Threshold(double threshold, double value, bool inplace) : base(nameof(Threshold))
    {
        this.threshold = threshold;
        this.value = value;
        this.inplace = inplace;
    }

    /// <summary>Up to here the value takes over.</summary>
    public double threshold { get; set; }

    /// <summary>What takes over.</summary>
    public double value { get; set; }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.threshold(tensor, threshold, value, inplace);
}
