using System.Diagnostics;
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Training;

/// <summary>
/// The training loop of the chapters: forward, loss, backward, step, for every batch of every epoch; validation after each epoch.
/// </summary>
/// <param name="model">A classifier: pictures (B, C, H, W) to logits (B, classes).</param>
/// <param name="optimizer">The optimizer of its parameters.</param>
public sealed class Trainer(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(100);

    /// <summary>The loss of logits and labels: cross-entropy unless set.</summary>
    public Func<Tensor, Tensor, Tensor> Loss { get; init; } = (logits, labels) => nn.functional.cross_entropy(logits, labels);

    /// <summary>Changes the learning rate while training; null keeps it.</summary>
    public optim.lr_scheduler.LRScheduler? Scheduler { get; init; }

    /// <summary>When the scheduler takes its step.</summary>
    public SchedulerPace SchedulerPace { get; init; } = SchedulerPace.EachBatch;

    /// <summary>The largest norm of all gradients together; larger ones are scaled down. Null does not clip.</summary>
    public double? ClipGradientNorm { get; init; }

    /// <summary>
    /// Changes the pictures of a training batch, given a seed of its own, for example by <see cref="Augment.RandomShift"/>; null leaves
    /// them.
    /// </summary>
    public Func<Tensor, long, Tensor>? Augmentation { get; init; }

    /// <summary>True ends with the weights of the epoch of the highest validation accuracy instead of the last ones.</summary>
    public bool KeepBest { get; init; }

    /// <summary>
    /// Trains for <paramref name="epochs"/> passes over <paramref name="train"/>. The seed sets torch's random numbers (dropout) and
    /// the order of the batches, so that the same seed gives the same weights.
    /// </summary>
    /// <param name="train">The training data.</param>
    /// <param name="epochs">Passes over it.</param>
    /// <param name="batchSize">Pictures in a step.</param>
    /// <param name="validation">Data to measure on after each epoch; never the test set.</param>
    /// <param name="seed">Decides everything random.</param>
    /// <param name="progress">Called after each epoch, and between at most ten times a second.</param>
    /// <param name="stop">Ends the run after the current batch; the history so far is returned and says so.</param>
    public TrainingHistory Fit(
        LabelledImages train, int epochs, int batchSize = 128, LabelledImages? validation = null, long seed = 1,
        Action<TrainingProgress>? progress = null, CancellationToken stop = default)
    {
        if (train.Count == 0) throw new ArgumentException("there are no training pictures", nameof(train));
        if (KeepBest && validation is null)
            throw new ArgumentException("KeepBest needs validation data to tell which epoch is best", nameof(validation));
        manual_seed(seed);
        var history = new TrainingHistory(epochs);
        using var best = new BestWeights(model);
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            var watch = Stopwatch.StartNew();
            (double Loss, double Accuracy)? trained = TrainEpoch(train, epoch, batchSize, seed, history, progress, stop);
            if (trained is not { } mean)
            {
                history.WasStopped = true;
                break;
            }

            double learningRate = optimizer.ParamGroups.First().LearningRate;
            if (SchedulerPace == SchedulerPace.EachEpoch) Scheduler?.step();
            Evaluation? measured = validation is null ? null : Evaluation.Of(model, validation, batchSize, Loss);
            if (KeepBest) best.Offer(measured!.Accuracy);
            history.Add(new EpochResult(epoch, mean.Loss, mean.Accuracy, measured?.Loss, measured?.Accuracy, learningRate,
                watch.Elapsed.TotalSeconds));
            int steps = Batches.Count(train.Count, batchSize);
            progress?.Invoke(new TrainingProgress(epoch, epochs, steps, steps, mean.Loss, history));
        }

        if (KeepBest) best.Restore();
        return history;
    }

    /// <summary>One pass over the training data; null if it was stopped.</summary>
    private (double Loss, double Accuracy)? TrainEpoch(
        LabelledImages train, int epoch, int batchSize, long seed, TrainingHistory history, Action<TrainingProgress>? progress,
        CancellationToken stop)
    {
        model.train();
        double loss = 0;
        long right = 0;
        int seen = 0, step = 0, steps = Batches.Count(train.Count, batchSize);
        long epochSeed = unchecked((seed * 1_000_003) + epoch);
        var sinceReport = Stopwatch.StartNew();
        foreach (Batch batch in Batches.Of(train, batchSize, shuffleSeed: epochSeed))
        {
            if (stop.IsCancellationRequested) return null;
            (double batchLoss, long batchRight) = Step(batch, unchecked((epochSeed * 1_000_003) + step));
            loss += batchLoss * batch.Count;
            right += batchRight;
            seen += batch.Count;
            step++;
            if (progress is null || step == steps || sinceReport.Elapsed < BetweenReports) continue;
            progress(new TrainingProgress(epoch, history.PlannedEpochs, step, steps, loss / seen, history));
            sinceReport.Restart();
        }

        return (loss / seen, (double)right / seen);
    }

    /// <summary>One step of the optimizer; returns the batch's mean loss and how many it named right.</summary>
    private (double Loss, long Right) Step(Batch batch, long seed)
    {
        // Frees all that the step computes; what outlives it, the weights and the optimizer's state, was made outside or detaches itself.
        using DisposeScope scope = NewDisposeScope();
        Parameter first = model.parameters().First();
        Tensor images = Augmentation is null ? batch.Images : Augmentation(batch.Images, seed);
        Tensor labels = batch.Labels.to(first.device);

        optimizer.zero_grad();
        Tensor logits = model.forward(images.to(first.device));
        Tensor loss = Loss(logits, labels);
        loss.backward();
        if (ClipGradientNorm is { } norm) nn.utils.clip_grad_norm_(model.parameters(), norm);
        optimizer.step();
        if (SchedulerPace == SchedulerPace.EachBatch) Scheduler?.step();

        using (no_grad()) return (loss.item<float>(), logits.argmax(1).eq(labels).sum().item<long>());
    }
}
