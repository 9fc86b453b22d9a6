using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A transposed convolution over depth, height and width: (N, C, D, H, W) to (N, out, larger lengths).</summary>
public sealed class ConvTranspose3d : ConvolutionTranspose
{
    internal ConvTranspose3d(long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long) stride,
        (long, long, long) padding, (long, long, long) output_padding, (long, long, long) dilation, PaddingModes padding_mode, long groups,
        bool bias, Device? device, ScalarType? dtype)
        : base(nameof(ConvTranspose3d), in_channels, out_channels, Three(kernel_size), Three(stride), Three(padding), null, Three(dilation),
            true, Three(output_padding), groups, bias, padding_mode, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, long[]? output_size)
    {
        long[] extra = _output_padding(input, output_size, kernel_size, stride, padding, dilation, 3);
        return nn.functional.conv_transpose3d(input, _weight, _bias, stride, padding, extra, dilation, groups);
    }

    private static long[] Three((long Depth, long Height, long Width) size) => [size.Depth, size.Height, size.Width];
}
