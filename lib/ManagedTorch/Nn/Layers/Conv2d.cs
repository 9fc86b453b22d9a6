using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution (cross-correlation) over height and width: (N, C, H, W) to (N, out, H', W').</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride, (long, long)? padding,
        Padding? padding_type, (long, long)? dilation, PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(Conv2d), in_channels, out_channels, Pair(kernel_size), Pair(stride ?? (1, 1)),
            padding is { } width ? Pair(width) : null, padding_type, Pair(dilation ?? (1, 1)), false, [0, 0], groups, bias, padding_mode,
            device, dtype)
    {
    }

    /// <summary>(N, C, H, W) or (C, H, W) to the same with the output's channels and size.</summary>
    public override Tensor forward(Tensor input) => Convolve(input);

    private static long[] Pair((long Height, long Width) size) => [size.Height, size.Width];
}
