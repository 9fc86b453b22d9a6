using ManagedTorch.Operations;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// What the convolution layers share: their parameters and how they slide. For input (N, C, places), kernels (K, C / groups, kernel):
/// y[n, o, i] = b[o] + the sum over c and k of w[o, c, k] x[n, c, i * stride - padding + k * dilation]; the gradients are in
/// Operations/Nn/Convolutions.cs.
/// </summary>
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

    /// <summary>Padding before and after each dimension from the last one on, as functional.pad takes it.</summary>
    protected long[] _reversed_padding_repeated_twice = [];

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
        if (transposed && padding_mode != PaddingModes.Zeros)
        {
            throw new ArgumentException($"{name}: a transposed convolution has padding mode Zeros alone, not {padding_mode}");
        }
        this.transposed = transposed;
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
        (long first, long second) = transposed ? (in_channels, out_channels) : (out_channels, in_channels);
        weight = new Parameter(empty([first, second / groups, .. kernel_size], dtype, device));
        this.bias = bias ? new Parameter(empty([out_channels], dtype, device)) : null;
        reset_parameters();
    }

    /// <summary>Shape (out, in / groups, kernel...), or (in, out / groups, kernel...) when transposed.</summary>
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

    /// <summary>Whether this is the gradient of a convolution as a layer of its own.</summary>
    public bool transposed { get; }

    /// <summary>The number of groups of channels that are convolved apart from each other.</summary>
    public long groups { get; set; }

    /// <summary>Pads with this many zeros at both ends of each dimension.</summary>
    public void SetPadding(long[] padding)
    {
        padding_type = null;
        this.padding = padding;
        _reversed_padding_repeated_twice = [.. padding.Reverse().SelectMany(p => new[] { p, p })];
    }

    /// <summary>Pads not at all, or so that the output is as large as the input.</summary>
    public void SetPadding(Padding padding)
    {
        padding_type = padding;
        (long[] before, long[] after) = padding == Padding.Valid
            ? (new long[kernel_size.Length], new long[kernel_size.Length])
            : Convolutions.SamePadding(GetName(), kernel_size, stride, dilation);
        this.padding = before;
        _reversed_padding_repeated_twice = [.. before.Zip(after).Reverse().SelectMany(p => new[] { p.First, p.Second })];
    }

    /// <summary>Draws the parameters anew.</summary>
    public void reset_parameters() => LayerInitialization.Uniform(_weight, _bias);

    /// <summary>The padded input's convolution: (N, in, ...) or (in, ...) to the same with the output's channels and lengths.</summary>
    private protected Tensor Convolve(Tensor input)
    {
        int dimensions = kernel_size.Length;
        if (!ValidateShape(input, dimensions))
        {
            string places = dimensions == 1 ? "L" : dimensions == 2 ? "H, W" : "D, H, W";
            throw new ArgumentException(
                $"{GetName()}: expects (N, {in_channels}, {places}) or ({in_channels}, {places}), got [{string.Join(", ", input.shape)}]");
        }
        if (padding_mode != PaddingModes.Zeros)
        {
            Tensor batch = input.ndim == dimensions + 1 ? input.unsqueeze(0) : input;
            Tensor padded = nn.functional.pad(batch, _reversed_padding_repeated_twice, padding_mode);
            Tensor result = Convolutions.Apply(dimensions, padded, _weight, _bias, stride, new long[dimensions], dilation, groups);
            return input.ndim == dimensions + 1 ? result.squeeze(0) : result;
        }
        return padding_type is { } type
            ? Convolutions.ApplyPadded(dimensions, input, _weight, _bias, stride, type, dilation, groups)
            : Convolutions.Apply(dimensions, input, _weight, _bias, stride, padding, dilation, groups);
    }

    /// <summary>Whether a batch (N, C, ...) or a single sample (C, ...) has this layer's number of channels.</summary>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        long[] shape = input.shape;
        return (shape.Length == dimensions + 2 && shape[1] == in_channels) || (shape.Length == dimensions + 1 && shape[0] == in_channels);
    }
}
