using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Instance normalisation of (N, C, L) or (C, L).</summary>
public sealed class InstanceNorm1d : InstanceNorm
{
    internal InstanceNorm1d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device,
        ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm1d))
    {
    }

    /// <summary>2.</summary>
    protected override long GetNumberOfBatchDimensions() => 2;

    /// <summary>Throws unless the input is (N, C, L) or (C, L).</summary>
    protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.ndim is not (2 or 3))
        {
            throw new ArgumentException($"InstanceNorm1d: expects (N, C, L) or (C, L), got [{string.Join(", ", input.shape)}]");
        }
    }
}
