using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalisation of (N, C, D, H, W).</summary>
public sealed class BatchNorm3d : BatchNorm
{
    internal BatchNorm3d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device,
        ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm3d))
    {
    }

    /// <summary>Throws unless the input is (N, C, D, H, W).</summary>
    protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.ndim != 5)
        {
            throw new ArgumentException($"BatchNorm3d: expects (N, C, D, H, W), got [{string.Join(", ", input.shape)}]");
        }
    }
}
