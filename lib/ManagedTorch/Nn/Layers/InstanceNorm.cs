using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Normalises each channel of each picture by itself (Ulyanov et al. 2016); with running statistics, these are used in evaluation.
/// </summary>
public abstract class InstanceNorm : NormBase
{
    /// <summary>For subclasses.</summary>
    public InstanceNorm(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device,
        ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        Tensor batch = input.ndim == GetNumberOfBatchDimensions() ? input.unsqueeze(0) : input;
        if (batch.shape[1] != num_features)
        {
            throw new ArgumentException($"{GetName()}: expects {num_features} channels, got [{string.Join(", ", input.shape)}]");
        }
        Tensor result = nn.functional.instance_norm(
            batch, running_mean, running_var, weight, bias, training || !track_running_stats, momentum ?? 0, eps);
        return input.ndim == GetNumberOfBatchDimensions() ? result.squeeze(0) : result;
    }

    /// <summary>The number of dimensions of an input without a batch.</summary>
    protected abstract long GetNumberOfBatchDimensions();
}
