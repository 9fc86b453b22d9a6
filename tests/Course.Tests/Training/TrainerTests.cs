using Course.Data;
using Course.Tests.Support;
using Course.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training;

[Collection(RandomNumbersCollection.Name)]
public sealed class TrainerTests : IDisposable
{
    // Two classes of 2 x 2 pictures, bright above or bright below, which a linear layer can tell apart.
    private readonly LabelledImages _train = Pictures(200, seed: 1);
    private readonly LabelledImages _validation = Pictures(60, seed: 2);

    [Fact]
    public void Learns_and_writes_its_history()
    {
        using var model = Model();
        using var optimizer = optim.AdamW(model.parameters(), 0.05);
        TrainingHistory history = new Trainer(model, optimizer).Fit(_train, epochs: 6, batchSize: 20, validation: _validation, seed: 7);
        Assert.Equal([1, 2, 3, 4, 5, 6], history.Epochs.Select(epoch => epoch.Epoch));
        Assert.True(history.Epochs[^1].TrainLoss < history.Epochs[0].TrainLoss);
        Assert.True(history.Epochs[^1].ValidationAccuracy > 0.95);
        Assert.False(history.WasStopped);
        Assert.Contains("epoch   6  loss", history.ToString(), StringComparison.Ordinal);
        var drawing = System.Xml.Linq.XElement.Parse(history.Plot("run").ToSvg());
        Assert.Equal(4, drawing.Descendants().Count(e => (string?)e.Attribute("class") == "line"));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        (float[] Weights, double Loss)[] runs = [.. new long[] { 3, 3, 4 }.Select(Run)];
        Assert.Equal(runs[0].Weights, runs[1].Weights);
        Assert.Equal(runs[0].Loss, runs[1].Loss);
        Assert.NotEqual(runs[0].Weights, runs[2].Weights);

        (float[], double) Run(long seed)
        {
            using var model = Model(dropout: 0.2);
            using var optimizer = optim.SGD(model.parameters(), 0.1);
            var trainer = new Trainer(model, optimizer) { Augmentation = (x, s) => Augment.RandomFlip(x, s) };
            TrainingHistory history = trainer.Fit(_train, 2, 32, seed: seed);
            return (model.parameters().First().data<float>().ToArray(), history.Epochs[^1].TrainLoss);
        }
    }

    [Fact]
    public void A_stop_returns_the_finished_epochs_and_says_so()
    {
        using var model = Model();
        using var optimizer = optim.SGD(model.parameters(), 0.1);
        using var stop = new CancellationTokenSource();
        TrainingHistory history = new Trainer(model, optimizer).Fit(_train, epochs: 10, batchSize: 20, stop: stop.Token,
            progress: p => { if (p.History.Epochs.Count == 3) stop.Cancel(); });
        Assert.True(history.WasStopped);
        Assert.Equal(3, history.Epochs.Count);
        Assert.EndsWith("stopped after 3 of 10 epochs", history.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void KeepBest_ends_with_the_weights_of_the_best_epoch()
    {
        using var model = Model();
        // A learning rate that grows far too large after a good start makes the last epoch a bad one.
        using var optimizer = optim.SGD(model.parameters(), 0.5);
        var scheduler = optim.lr_scheduler.LambdaLR(optimizer, epoch => epoch < 2 ? 1 : -40);
        var trainer = new Trainer(model, optimizer) { KeepBest = true, Scheduler = scheduler, SchedulerPace = SchedulerPace.EachEpoch };
        TrainingHistory history = trainer.Fit(_train, epochs: 5, batchSize: 20, validation: _validation);
        Assert.True(history.Epochs[^1].ValidationAccuracy < history.Best!.ValidationAccuracy);
        Assert.Equal(history.Best.ValidationAccuracy!.Value, Evaluation.Of(model, _validation).Accuracy);
        Assert.Throws<ArgumentException>(() => new Trainer(model, optimizer) { KeepBest = true }.Fit(_train, 1));
    }

    [Fact]
    public void Clipping_bounds_the_step()
    {
        using var model = Model();
        float[] before = model.parameters().SelectMany(p => p.data<float>().ToArray()).ToArray();
        using var optimizer = optim.SGD(model.parameters(), 1.0);
        new Trainer(model, optimizer) { ClipGradientNorm = 0.01 }.Fit(_train, epochs: 1, batchSize: 200);
        float[] after = model.parameters().SelectMany(p => p.data<float>().ToArray()).ToArray();
        Assert.Equal(0.01, Math.Sqrt(before.Zip(after, (a, b) => Math.Pow(a - b, 2)).Sum()), 4);
    }

    [Fact]
    public void The_scheduler_steps_after_each_batch()
    {
        using var model = Model();
        using var optimizer = optim.SGD(model.parameters(), 0.1);
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 10, 0.1);
        TrainingHistory history = new Trainer(model, optimizer) { Scheduler = scheduler }.Fit(_train, epochs: 2, batchSize: 20);
        Assert.Equal(0.01, history.Epochs[0].LearningRate, 6);
        Assert.Equal(0.001, history.Epochs[1].LearningRate, 6);
    }

    [Fact]
    public void Evaluation_counts_confusions_and_ranks_mistakes()
    {
        using var model = nn.Sequential(nn.Flatten(), nn.Linear(4, 2));
        // Always class 0, surer the brighter the first pixel.
        using (no_grad())
        {
            foreach (var parameter in model.parameters()) parameter.zero_();
            model.parameters().First()[0, 0] = 2f;
            model.parameters().Last()[0] = 1f;
        }

        using var data = new LabelledImages(
            tensor(new[] { 0f, 0, 0, 0, 1f, 0, 0, 0, 0.5f, 0, 0, 0 }, [3, 1, 2, 2]), tensor(new long[] { 1, 1, 0 }), ["below", "above"]);
        model.train();
        Evaluation evaluation = Evaluation.Of(model, data, batchSize: 2);
        Assert.True(model.training);
        Assert.Equal(1 / 3.0, evaluation.Accuracy, 9);
        Assert.Equal(new[,] { { 1, 0 }, { 2, 0 } }, evaluation.Confusion);
        Assert.Equal([1.0, 0.0], evaluation.Recall);
        Assert.Equal([1, 0], evaluation.Mistakes);
        Assert.Equal(1 / (1 + Math.Exp(-3)), evaluation.Confidence[1], 5);
        Assert.Contains("true", evaluation.PlotConfusion().ToSvg(), StringComparison.Ordinal);
        Assert.True(evaluation.PictureOfMistakes().Width > 100);
    }

    [Fact]
    public void A_step_leaves_no_tensors_behind()
    {
        using var model = Model();
        using var optimizer = optim.AdamW(model.parameters(), 0.01);
        using DisposeScope scope = NewDisposeScope();
        new Trainer(model, optimizer).Fit(_train, epochs: 1, batchSize: 20, validation: _validation);
        int before = scope.DisposablesCount;
        new Trainer(model, optimizer).Fit(_train, epochs: 3, batchSize: 20, validation: _validation);
        Assert.Equal(before, scope.DisposablesCount);
    }

    public void Dispose()
    {
        _train.Dispose();
        _validation.Dispose();
    }

    private static nn.Module<Tensor, Tensor> Model(double dropout = 0)
    {
        manual_seed(1);
        return nn.Sequential(nn.Flatten(), nn.Dropout(dropout), nn.Linear(4, 2));
    }

    private static LabelledImages Pictures(int count, int seed)
    {
        var random = new Random(seed);
        float[] pixels = Enumerable.Range(0, count * 4)
            .Select(i => (float)((random.NextDouble() * 0.6) + (i / 4 % 2 == i % 4 / 2 ? 0.4 : 0))).ToArray();
        return new LabelledImages(tensor(pixels, [count, 1, 2, 2]), tensor(Enumerable.Range(0, count).Select(i => (long)(i % 2)).ToArray()),
            ["above", "below"]);
    }
}
