using Course.Data;
using Course.Models;
using Course.Training.Runs;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Training.Recipes.Clip;

/// <summary>Trains chapter 3's classes on the emoji of all vendors but those held out.</summary>
internal sealed class ClipTask : ITrainingTask
{
    private readonly ClipSettings _settings;
    private readonly Emoji _emoji;
    private readonly int[] _seen;
    private readonly int[] _unseen;
    private readonly BytePairTokenizer _tokenizer;
    private readonly Models.Clip _model;
    private readonly ClipTrainer _trainer;
    private readonly PairSampler _sampler;

    public ClipTask(ClipSettings settings)
    {
        _settings = settings;
        _emoji = Emoji.Load();
        string[] vendors = EmojiParts.TrainingVendors(_emoji, settings.HoldOut);
        (_seen, _unseen) = _emoji.SplitConcepts(settings.UnseenConcepts);
        EmojiConcept[] concepts = [.. _seen.Select(i => _emoji.Concepts[i])];
        _tokenizer = BytePairTokenizer.Train(concepts.SelectMany(Texts), (int)settings.Model.VocabularySize);
        // A small set of texts may not fill the vocabulary.
        _model = new Models.Clip(settings.Model with { VocabularySize = _tokenizer.VocabularySize });
        _trainer = new ClipTrainer(_model, _tokenizer, settings.Training);

        using DisposeScope scope = NewDisposeScope();
        Tensor seen = tensor(_seen.Select(i => (long)i).ToArray());
        Tensor pictures = stack(vendors.Select(vendor => _emoji.Pictures(vendor).index_select(0, seen))).DetachFromDisposeScope();
        _sampler = new PairSampler(
            pictures, (i, random) => EmojiCaptions.Write(concepts[i].Label, concepts[i].Tags, random), settings.Seed)
        {
            Augmentation = settings.Augmentation.Apply,
        };
    }

    public nn.Module Model => _model;

    public OptimizerHelper Optimizer => _trainer.Optimizer;

    public long Steps => _settings.Training.Steps;

    public double Step(long number)
    {
        using DisposeScope scope = NewDisposeScope();
        return _trainer.Step(number, _sampler.Batch(number, _settings.Training.BatchSize));
    }

    public IReadOnlyList<Measurement> Measure() =>
        new ClipMeasuring(_model, _tokenizer, _emoji).OnVendor(_settings.HoldOut[0], _seen, _unseen);

    public void SaveCompanions(string folder)
    {
        _tokenizer.Save(folder);
        CheckpointFolder.WriteSizes(folder, _model.Config);
    }

    public void Dispose()
    {
        _trainer.Optimizer.Dispose();
        _model.Dispose();
        _emoji.Dispose();
    }

    private static IEnumerable<string> Texts(EmojiConcept concept) => concept.Tags.Prepend(concept.Label)
        .Concat(EmojiCaptions.Templates.Select(template => string.Format(template, concept.Label)))
        .Select(text => " " + text.ToLowerInvariant());
}
