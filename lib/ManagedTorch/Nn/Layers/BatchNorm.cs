using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Normalises each channel over the batch: in training with the batch's statistics, in evaluation with the running ones
/// (Ioffe and Szegedy 2015).
/// </summary>
public abstract class BatchNorm : NormBase
{
    /// <summary>For subclasses.</summary>
    public BatchNorm(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device,
        ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        bool updatesStatistics = training && track_running_stats;
        double weightOfBatch = momentum ?? 0;
        if (updatesStatistics)
        {
            using (no_grad())
            {
                num_batches_tracked!.add_(1);
            }
            if (momentum is null)
            {
                weightOfBatch = 1.0 / num_batches_tracked.item<long>();
            }
        }
        // statistics are read in evaluation and written in training
        Tensor? mean = !training || updatesStatistics ? running_mean : null;
        Tensor? variance = !training || updatesStatistics ? running_var : null;
        return nn.functional.batch_norm(input, mean!, variance!, weight, bias, training || running_mean is null, weightOfBatch, eps);
    }
}
