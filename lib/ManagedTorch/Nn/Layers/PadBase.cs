using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the padding layers share.</summary>
public abstract class PadBase : ParameterLessModule<Tensor, Tensor>
{
    private readonly PaddingModes _mode;

    /// <summary>For subclasses. The padding is (before, after) of the last dimension, then of the one before it, and so on.</summary>
    protected PadBase(string name, PaddingModes mode, double value, params long[] padding) : base(name)
    {
        _mode = mode;
        this.value = value;
        this.padding = padding;
    }

    /// <summary>What a constant padding consists of.</summary>
    public double value { get; set; }

    /// <summary>Widths before and after each dimension, from the last one on; negative ones cut off.</summary>
    public long[] padding { get; set; }

    /// <summary>The padded input.</summary>
    public override Tensor forward(Tensor input) => nn.functional.pad(input, padding, _mode, value);
}
