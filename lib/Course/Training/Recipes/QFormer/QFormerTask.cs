using Course.Data;
using Course.Models;
using Course.Training.Recipes.Clip;
using Course.Training.Recipes.Gpt;
using Course.Training.Runs;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Training.Recipes.QFormer;

/// <summary>Trains chapter 7's classes between two frozen models: first stage 1, then the bridges of stage 2.</summary>
internal sealed class QFormerTask : ITrainingTask
{
    /// <summary>The prompts of stage 2, one a batch, in turn.</summary>
    private static readonly string[] Asked =
        [PictureTexts.CaptionPrompt, PictureTexts.NameQuestion, PictureTexts.CaptionPrompt, PictureTexts.ColourQuestion];

    private readonly QFormerSettings _settings;
    private readonly Emoji _emoji;
    private readonly Models.Clip _clip;
    private readonly GptCheckpoint _language;
    private readonly QFormerModels _models;
    private readonly LossTrainer _trainer;
    private readonly PairSampler _described;
    private readonly PairSampler[] _asked;

    public QFormerTask(QFormerSettings settings)
    {
        _settings = settings;
        _emoji = Emoji.Load();
        _clip = ClipCheckpoint.Load().Model;
        _language = GptCheckpoint.Load();
        foreach (Parameter parameter in _clip.parameters().Concat(_language.Model.parameters())) parameter.requires_grad_(false);
        BytePairTokenizer tokenizer = _language.Tokenizer;
        _models = new QFormerModels(new QFormerSizes(
            settings.Model with { VocabularySize = tokenizer.VocabularySize + 1, ImageWidth = _clip.Config.ImageWidth },
            tokenizer.End, _language.Model.Config.Width));
        _trainer = new LossTrainer(settings.StageOne,
            _models.StageOne.parameters(), _models.Bridge.parameters(), _models.Untrained.parameters(), _models.Linear.parameters());

        NamedDrawings drawings = EmojiParts.Drawings(
            _emoji, EmojiParts.TrainingVendors(_emoji, settings.HoldOut), settings.UnseenConcepts);
        PairSampler Sampler(Func<string, string, SeededRandom, string> write, long seed) => new(
            drawings.Pictures, (style, concept, random) => write(drawings.Names[concept], drawings.Colour(style, concept), random), seed)
        {
            Augmentation = settings.Augmentation.Apply,
        };
        _described = Sampler(PictureTexts.Describe, settings.Seed);
        _asked = [.. Asked.Select(prompt => Sampler((name, colour, _) => PictureTexts.Answer(prompt, name, colour), settings.Seed))];
    }

    public nn.Module Model => _models;

    public OptimizerHelper Optimizer => _trainer.Optimizer;

    public long Steps => _settings.StageOne.Steps + _settings.StageTwo.Steps;

    public double Step(long number)
    {
        using DisposeScope scope = NewDisposeScope();
        _models.train();
        return number < _settings.StageOne.Steps ? LearnToSee(number) : LearnToTell(number, number - _settings.StageOne.Steps);
    }

    public IReadOnlyList<Measurement> Measure() => new QFormerMeasuring(_models, _clip, _language).On(
        _settings.HoldOut[0], EmojiParts.Drawings(_emoji, [_settings.HoldOut[0]], _settings.UnseenConcepts));

    public void SaveCompanions(string folder)
    {
        _language.Tokenizer.Save(folder);
        CheckpointFolder.WriteSizes(folder, _models.Sizes);
    }

    public void Dispose()
    {
        _trainer.Optimizer.Dispose();
        _models.Dispose();
        _clip.Dispose();
        _language.Model.Dispose();
        _emoji.Dispose();
    }

    private double LearnToSee(long number)
    {
        PairBatch batch = _described.Batch(number, _settings.StageOne.BatchSize);
        Tensor tokens = _language.Tokenizer.Batch(batch.Captions, _settings.Model.ContextLength);
        double loss = _trainer.Step(number, _settings.StageOne, () => _models.StageOne.call(See(batch), tokens).Total);
        _models.StageOne.ClampTemperature();
        return loss;
    }

    private double LearnToTell(long number, long inStage)
    {
        if (inStage == 0) _models.Bridge.BeginWith(_models.StageOne.QFormer);
        int turn = (int)(inStage % Asked.Length);
        PairBatch batch = _asked[turn].Batch(number, _settings.StageTwo.BatchSize);
        Tensor seen = See(batch);
        double own = 0;
        _trainer.Step(inStage, _settings.StageTwo, () =>
        {
            Tensor bridge = Loss(_models.Bridge);
            own = bridge.item<float>();
            return bridge + Loss(_models.Untrained) + Loss(_models.Linear);
        });
        return own;

        Tensor Loss(nn.Module<Tensor, Tensor> bridge) =>
            new Captioner(bridge, _language.Model, _language.Tokenizer).Loss(seen, Asked[turn], batch.Captions);
    }

    private Tensor See(PairBatch batch)
    {
        using var noGrad = no_grad();
        return _clip.ImageTokens(batch.Images);
    }
}
