using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the convolution layers share: their parameters and how they slide.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    /// <summary>The kernels.</summary>
    [Utils.ComponentName(Name = nameof(weight))]
    protected Parameter _weight = null!;

    /// <summary>The value added to each output channel.</summary>
    [Utils.ComponentName(Name = nameof(bias))]
    protected Parameter? _bias;

    /// <summary>The number of input channels.</summary>
    protected long input_channels;

    /// <summary>For subclasses.</summary>
    protected Convolution(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding,
        Padding? padding_type, long[] dilation, bool transposed, long[] output_padding, long groups, bool bias,
        PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null) : base(name)
    {
        if (groups < 1 || in_channels % groups != 0 || out_channels % groups != 0)
        {
            throw new ArgumentException(
                $"{name}: groups = {groups} must divide in_channels = {in_channels} and out_channels = {out_channels}");
        }
        if (padding_mode != PaddingModes.Zeros || transposed)
        {
            throw new NotSupportedException($"{name}: the embedded engine convolves with padding mode Zeros, and not transposed");
        }
        input_channels = in_channels;
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.dilation = dilation;
        this.output_padding = output_padding;
        this.groups = groups;
        this.padding_mode = padding_mode;
        if (padding_type is { } type)
        {
            SetPadding(type);
        }
        else
        {
            SetPadding(padding ?? new long[kernel_size.Length]);
        }
        weight = new Parameter(empty([out_channels, in_channels / groups, .. kernel_size], dtype, device));
        this.bias = bias ? new Parameter(empty([out_channels], dtype, device)) : null;
        reset_parameters();
    }

    /// <summary>Shape (out, in / groups, kernel...).</summary>
    public Parameter weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>Shape (out), or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    /// <summary>The number of input channels.</summary>
    public long in_channels { get; }

    /// <summary>The number of output channels.</summary>
    public long out_channels { get; }

    /// <summary>The lengths of the kernel.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>How far the kernel moves at a time.</summary>
    public long[] stride { get; set; }

    /// <summary>Zeros added at both ends of each dimension; computed when a <see cref="padding_type"/> was given.</summary>
    public long[] padding { get; private set; } = [];

    /// <summary>The kind of padding, where one was given instead of numbers.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>What the padding consists of.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>The distance of neighbouring kernel elements in the input.</summary>
    public long[] dilation { get; set; }

    /// <summary>Of use to transposed convolutions alone.</summary>
    public long[] output_padding { get; set; }

    /// <summary>False.</summary>
    public bool transposed => false;

    /// <summary>The number of groups of channels that are convolved apart from each other.</summary>
    public long groups { get; set; }

    /// <summary>Pads with this many zeros at both ends of each dimension.</summary>
    public void SetPadding(long[] padding)
    {
        padding_type = null;
        this.padding = padding;
    }

    /// <summary>Pads not at all, or so that the output is as large as the input.</summary>
    public void SetPadding(Padding padding)
    {
        padding_type = padding;
        if (padding == Padding.Valid)
        {
            this.padding = new long[kernel_size.Length];
            return;
        }
        if (stride.Any(s => s != 1))
        {
            throw new ArgumentException($"{GetName()}: Padding.Same needs stride 1, got [{string.Join(", ", stride)}]");
        }
        long[] total = [.. kernel_size.Zip(dilation, (k, d) => d * (k - 1))];
        if (total.Any(t => t % 2 != 0))
        {
            throw new NotSupportedException(
                $"{GetName()}: Padding.Same with the even kernel [{string.Join(", ", kernel_size)}] needs unequal padding; " +
                "pad the input instead");
        }
        this.padding = [.. total.Select(t => t / 2)];
    }

    /// <summary>Draws the parameters anew.</summary>
    public void reset_parameters() => LayerInitialization.Uniform(_weight, _bias);

    /// <summary>Whether a batch (N, C, ...) or a single sample (C, ...) has this layer's number of channels.</summary>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        long[] shape = input.shape;
        return (shape.Length == dimensions + 2 && shape[1] == in_channels) || (shape.Length == dimensions + 1 && shape[0] == in_channels);
    }
}
