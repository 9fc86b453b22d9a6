using Course.Data;
using Course.Models;
using Course.Training.Runs;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Training.Recipes.Gpt;

/// <summary>Trains chapter 7's language model on all texts but those held out.</summary>
internal sealed class GptTask : ITrainingTask
{
    private readonly GptSettings _settings;
    private readonly LanguageTexts _texts;
    private readonly BytePairTokenizer _tokenizer;
    private readonly Models.Gpt _model;
    private readonly TokenWindows _windows;
    private readonly LossTrainer _trainer;

    public GptTask(GptSettings settings)
    {
        _settings = settings;
        _texts = Read(settings);
        string[] some = [.. _texts.Training];
        new SeededRandom(settings.Seed).Shuffle<string>(some);
        _tokenizer = BytePairTokenizer.Train(
            some.Take(settings.TokenizerTexts).Select(text => " " + text.ToLowerInvariant()), (int)settings.Model.VocabularySize);
        _model = new Models.Gpt(settings.Model with { VocabularySize = _tokenizer.VocabularySize });
        _windows = new TokenWindows(_texts.Training, _tokenizer, settings.Seed);
        _trainer = new LossTrainer(settings.Training, _model.parameters());
    }

    public nn.Module Model => _model;

    public OptimizerHelper Optimizer => _trainer.Optimizer;

    public long Steps => _settings.Training.Steps;

    public double Step(long number)
    {
        using DisposeScope scope = NewDisposeScope();
        _model.train();
        Tensor tokens = _windows.Batch(number, _settings.Training.BatchSize, (int)_settings.Model.ContextLength + 1);
        return _trainer.Step(number, _settings.Training, () => LanguageLoss.Mean(
            _model.call(tokens[.., ..^1]), tokens[.., 1..]));
    }

    public IReadOnlyList<Measurement> Measure()
    {
        var measuring = new GptMeasuring(_model, _tokenizer);
        return
        [
            .. measuring.On("validation definitions", _texts.Validation, _texts.Training),
            .. measuring.On("test definitions and descriptions", _texts.Test, _texts.Training),
        ];
    }

    public void SaveCompanions(string folder)
    {
        _tokenizer.Save(folder);
        CheckpointFolder.WriteSizes(folder, _model.Config);
    }

    public void Dispose()
    {
        _trainer.Optimizer.Dispose();
        _model.Dispose();
    }

    private static LanguageTexts Read(GptSettings settings)
    {
        using Emoji emoji = Emoji.Load();
        using Course.Data.Battles battles = Course.Data.Battles.Load();
        NamedDrawings drawings = EmojiParts.Drawings(emoji, EmojiParts.TrainingVendors(emoji, settings.HoldOut), settings.UnseenConcepts);
        return LanguageTexts.Of(Glosses.Load(), battles.Units, drawings);
    }
}
