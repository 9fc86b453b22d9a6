using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution (cross-correlation) over depth, height and width: (N, C, D, H, W) to (N, out, D', H', W').</summary>
public sealed class Conv3d : Convolution
{
    internal Conv3d(long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride,
        (long, long, long)? padding, Padding? padding_type, (long, long, long)? dilation, PaddingModes padding_mode, long groups, bool bias,
        Device? device, ScalarType? dtype)
        : base(nameof(Conv3d), in_channels, out_channels, Triple(kernel_size), Triple(stride ?? (1, 1, 1)),
            padding is { } width ? Triple(width) : null, padding_type, Triple(dilation ?? (1, 1, 1)), false, [0, 0, 0], groups, bias,
            padding_mode, device, dtype)
    {
    }

    /// <summary>(N, C, D, H, W) or (C, D, H, W) to the same with the output's channels and size.</summary>
    public override Tensor forward(Tensor input) => Convolve(input);

    private static long[] Triple((long Depth, long Height, long Width) size) => [size.Depth, size.Height, size.Width];
}
