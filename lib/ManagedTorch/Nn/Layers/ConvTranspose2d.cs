using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A transposed convolution over height and width: (N, C, H, W) to (N, out, larger lengths).</summary>
public sealed class ConvTranspose2d : ConvolutionTranspose
{
    internal ConvTranspose2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride, (long, long) padding,
        (long, long) output_padding, (long, long) dilation, PaddingModes padding_mode, long groups, bool bias, Device? device,
        ScalarType? dtype)
        : base(nameof(ConvTranspose2d), in_channels, out_channels, Pair(kernel_size), Pair(stride), Pair(padding), null, Pair(dilation),
            true, Pair(output_padding), groups, bias, padding_mode, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, long[]? output_size)
    {
        long[] extra = _output_padding(input, output_size, kernel_size, stride, padding, dilation, 2);
        return nn.functional.conv_transpose2d(input, _weight, _bias, stride, padding, extra, dilation, groups);
    }

    private static long[] Pair((long Height, long Width) size) => [size.Height, size.Width];
}
