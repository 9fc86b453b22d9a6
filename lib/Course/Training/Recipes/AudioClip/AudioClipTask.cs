using Course.Data;
using Course.Models;
using Course.Training.Recipes.Clip;
using Course.Training.Runs;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Training.Recipes.AudioClip;

/// <summary>Trains chapter 5's classes on stamps with names spoken in the heard languages, from the kept CLIP on.</summary>
internal sealed class AudioClipTask : ITrainingTask
{
    // Room for a spectrogram to begin earlier or later.
    private const int Margin = 24;

    private readonly AudioClipSettings _settings;
    private readonly Stamps _stamps;
    private readonly SpokenSplit _split;
    private readonly BytePairTokenizer _tokenizer;
    private readonly LogMel _logMel;
    private readonly Models.AudioClip _model;
    private readonly AudioClipTrainer _trainer;
    private readonly TripletSampler _sampler;

    public AudioClipTask(AudioClipSettings settings)
    {
        _settings = settings;
        _stamps = Stamps.Load();
        RequireLanguages(settings, _stamps);
        if (settings.LogMel.Rate != Stamps.Rate)
            throw new RunException($"logMel.rate is {settings.LogMel.Rate}, but the recordings have {Stamps.Rate} samples a second");
        if (settings.Audio.Bands != settings.LogMel.Bands || settings.Audio.Frames != settings.LogMel.Frames)
            throw new RunException("audio.bands and audio.frames must be those of logMel");
        _split = SpokenSplit.Of(_stamps, settings.Heard, settings.UnseenConcepts, settings.LeaveOutEvery);
        ClipCheckpoint start = ClipCheckpoint.Load();
        _tokenizer = start.Tokenizer;
        _logMel = new LogMel(settings.LogMel);
        _model = new Models.AudioClip(start.Model, settings.Audio);
        _trainer = new AudioClipTrainer(_model, _tokenizer, settings.Training, settings.TowerPace);
        SpokenStamps spoken = SpokenStamps.Read(_stamps, _split.Training, _logMel, Speeds(settings), Margin);
        _sampler = new TripletSampler(_stamps, spoken, settings.LogMel.Frames, settings.Seed)
        {
            SpecAugment = settings.SpecAugment,
            ImageAugmentation = settings.Augmentation.Apply,
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
        new AudioClipMeasuring(_model, _tokenizer, _logMel, _stamps).All(_split, _settings.Heard, _settings.Unheard);

    public void SaveCompanions(string folder)
    {
        _tokenizer.Save(folder);
        CheckpointFolder.WriteSizes(folder, new AudioClipSizes(_model.Clip.Config, _settings.Audio, _settings.LogMel));
    }

    public void Dispose()
    {
        _trainer.Optimizer.Dispose();
        _model.Dispose();
        _stamps.Dispose();
    }

    private static double[] Speeds(AudioClipSettings settings)
    {
        if (settings.Speeds < 1) throw new RunException($"speeds is {settings.Speeds}; at least 1 is needed");
        if (settings.Speeds == 1) return [1];
        double step = 2 * settings.SpeedRange / (settings.Speeds - 1);
        return [.. Enumerable.Range(0, settings.Speeds).Select(i => Math.Exp((i * step) - settings.SpeedRange))];
    }

    private static void RequireLanguages(AudioClipSettings settings, Stamps stamps)
    {
        if (settings.Heard.Count == 0) throw new RunException("no language is heard; name at least one to train on");
        foreach (string language in settings.Heard.Concat(settings.Unheard))
            if (!stamps.Languages.Contains(language))
                throw new RunException($"there is no language {language}; there are {string.Join(", ", stamps.Languages)}");
        if (settings.Heard.Intersect(settings.Unheard).FirstOrDefault() is { } both)
            throw new RunException($"the language {both} cannot be both heard and unheard");
    }
}
