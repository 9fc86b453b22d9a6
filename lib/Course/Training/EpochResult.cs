namespace Course.Training;

/// <summary>What one pass over the training data gave.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="TrainLoss">The mean loss over the training batches, measured while the weights changed.</param>
/// <param name="TrainAccuracy">The share of training pictures named right, measured the same way.</param>
/// <param name="ValidationLoss">The mean loss over the validation data after the epoch; null without validation data.</param>
/// <param name="ValidationAccuracy">The share of validation pictures named right; null without validation data.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step.</param>
/// <param name="Seconds">The time the epoch took, validation included.</param>
public sealed record EpochResult(
    int Epoch, double TrainLoss, double TrainAccuracy, double? ValidationLoss, double? ValidationAccuracy, double LearningRate,
    double Seconds);
