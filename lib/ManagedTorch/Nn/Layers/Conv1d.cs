using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution (cross-correlation) over one dimension: (N, C, L) to (N, out, L').</summary>
public sealed class Conv1d : Convolution
{
    internal Conv1d(long in_channels, long out_channels, long kernel_size, long? stride, long? padding, Padding? padding_type,
        long? dilation, PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(Conv1d), in_channels, out_channels, [kernel_size], [stride ?? 1], padding is { } width ? [width] : null, padding_type,
            [dilation ?? 1], false, [0], groups, bias, padding_mode, device, dtype)
    {
    }

    /// <summary>(N, C, L) or (C, L) to the same with the output's channels and size.</summary>
    public override Tensor forward(Tensor input) => Convolve(input);
}
