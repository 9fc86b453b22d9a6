using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Instance normalisation of (N, C, H, W) or (C, H, W).</summary>
public sealed class InstanceNorm2d : InstanceNorm
{
    internal InstanceNorm2d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device,
        ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm2d))
    {
    }

    /// <summary>3.</summary>
    protected override long GetNumberOfBatchDimensions() => 3;

    /// <summary>Throws unless the input is (N, C, H, W) or (C, H, W).</summary>
    protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.ndim is not (3 or 4))
        {
            throw new ArgumentException($"InstanceNorm2d: expects (N, C, H, W) or (C, H, W), got [{string.Join(", ", input.shape)}]");
        }
    }
}
