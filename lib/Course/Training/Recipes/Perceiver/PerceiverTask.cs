using Course.Data;
using Course.Models;
using Course.Training.Runs;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Training.Recipes.Perceiver;

/// <summary>Trains chapter 6's classifier on the pictures that chapter 2 trains its ViT on.</summary>
internal sealed class PerceiverTask : ITrainingTask
{
    private const int ValidationPictures = 2000;

    private readonly PerceiverSettings _settings;
    private readonly PerceiverSizes _sizes;
    private readonly LabelledImages _train;
    private readonly LabelledImages _validation;
    private readonly LabelledImages _test;
    private readonly PerceiverClassifier _model;
    private readonly Parameter[] _learned;

    public PerceiverTask(PerceiverSettings settings)
    {
        _settings = settings;
        FashionMnist fashion = FashionMnist.Load();
        int[] counts = [fashion.Train.Count - ValidationPictures, ValidationPictures];
        // The seed of chapter 2, whatever this run's: its validation pictures stay unseen.
        long[][] parts = Splits.Stratified(fashion.Train.LabelValues, counts, seed: 1);
        using LabelledImages train = fashion.Train.Take(parts[0]), validation = fashion.Train.Take(parts[1]);
        _sizes = new PerceiverSizes(
            settings.Model, settings.Bands, train.Images.mean().item<float>(), train.Images.std().item<float>());
        _train = Normalised(train);
        _validation = Normalised(validation);
        _test = Normalised(fashion.Test);
        _model = _sizes.NewModel(fashion.Train.ClassNames.Count);
        _learned = [.. _model.parameters()];
        Optimizer = optim.AdamW(_learned, settings.Training.LearningRate, weight_decay: settings.Training.WeightDecay);
        fashion.Train.Dispose();
        fashion.Test.Dispose();
    }

    public nn.Module Model => _model;

    public OptimizerHelper Optimizer { get; }

    public long Steps => _settings.Training.Steps;

    public double Step(long number)
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (var group in Optimizer.ParamGroups) group.LearningRate = _settings.Training.RateAt(number);
        long seed = unchecked((_settings.Seed * 1_000_003) + number);
        var random = new SeededRandom(seed);
        Tensor members = tensor(Enumerable.Range(0, _settings.Training.BatchSize).Select(_ => (long)random.Next(_train.Count)).ToArray());
        Tensor images = Augment.RandomFlip(_train.Images.index_select(0, members), seed, _settings.Mirrored);
        _model.train();
        Optimizer.zero_grad();
        Tensor loss = nn.functional.cross_entropy(_model.call(images), _train.Labels.index_select(0, members));
        loss.backward();
        nn.utils.clip_grad_norm_(_learned, _settings.Training.LargestGradient);
        Optimizer.step();
        return loss.item<float>();
    }

    public IReadOnlyList<Measurement> Measure() =>
        [Accuracy("validation pictures", _validation), Accuracy("test pictures", _test)];

    public void SaveCompanions(string folder) => CheckpointFolder.WriteSizes(folder, _sizes);

    public void Dispose()
    {
        Optimizer.Dispose();
        _model.Dispose();
        foreach (LabelledImages part in new[] { _train, _validation, _test }) part.Dispose();
    }

    private LabelledImages Normalised(LabelledImages pictures) =>
        PerceiverCheckpoint.Normalise(pictures, _sizes.Mean, _sizes.Deviation);

    private Measurement Accuracy(string name, LabelledImages pictures) =>
        new($"{name}, accuracy", Evaluation.Of(_model, pictures).Accuracy, 1.0 / pictures.ClassNames.Count);
}
