using System.Text.Json;
using Course.Data;
using Course.Models;
using Course.Training.Recipes.Clip;
using Course.Training.Runs;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Training.Recipes.VideoClip;

/// <summary>Trains chapter 4's classes on the animations that are not held out.</summary>
internal sealed class VideoClipTask : ITrainingTask
{
    private readonly VideoClipSettings _settings;
    private readonly Animations _animations;
    private readonly VideoClipSplit _split;
    private readonly BytePairTokenizer _tokenizer;
    private readonly Models.VideoClip _model;
    private readonly VideoClipTrainer _trainer;
    private readonly VideoSampler _easy;
    private readonly VideoSampler _hard;

    public VideoClipTask(VideoClipSettings settings)
    {
        _settings = settings;
        _animations = Animations.Load();
        _split = VideoClipSplit.Of(_animations, settings);
        _tokenizer = BytePairTokenizer.Train(_split.Train.SelectMany(Texts), (int)settings.Model.Clip.VocabularySize);
        // The captions use few words and do not fill the vocabulary.
        VideoClipConfig sizes = settings.Model with { Clip = settings.Model.Clip with { VocabularySize = _tokenizer.VocabularySize } };
        ClipCheckpoint clip = ClipCheckpoint.Load();
        _model = settings.WarmStart ? Models.VideoClip.FromClip(clip.Model, sizes) : new Models.VideoClip(sizes);
        _trainer = new VideoClipTrainer(_model, _tokenizer, settings.Training, settings.FramePace);

        Tensor[] clips = [.. _split.Train.Select(_animations.Video)];
        _easy = Sampler(clips, null);
        // Mined once, with CLIP's eyes: what is mined with the model in training would depend on when a run was interrupted.
        _hard = Sampler(clips, HardNegatives.Mine(FrameMeans(clip.Model, clips), 2 * settings.GroupSize));
        clip.Model.Dispose();
    }

    public nn.Module Model => _model;

    public OptimizerHelper Optimizer => _trainer.Optimizer;

    public long Steps => _settings.Training.Steps;

    public double Step(long number)
    {
        using DisposeScope scope = NewDisposeScope();
        VideoSampler sampler = number < _settings.HardFrom ? _easy : _hard;
        return _trainer.Step(number, sampler.Batch(number, _settings.Training.BatchSize));
    }

    public IReadOnlyList<Measurement> Measure()
    {
        var measuring = new VideoClipMeasuring(_model, _tokenizer, _animations);
        return
        [
            .. measuring.On("validation pairs", _split.Validation),
            .. measuring.On("unseen pairs", _split.UnseenPairs),
            .. measuring.On("unseen creatures", _split.UnseenCreatures),
        ];
    }

    public void SaveCompanions(string folder)
    {
        _tokenizer.Save(folder);
        var options = new JsonSerializerOptions(Settings.Format) { WriteIndented = true, NewLine = "\n" };
        File.WriteAllText(Path.Combine(folder, "config.json"), JsonSerializer.Serialize(_model.Config, options) + "\n");
    }

    public void Dispose()
    {
        _trainer.Optimizer.Dispose();
        _model.Dispose();
        _animations.Dispose();
    }

    private VideoSampler Sampler(Tensor[] clips, IReadOnlyList<int[]>? neighbours) => new(clips, Caption, _settings.Seed)
    {
        Frames = (int)_settings.Model.Frames,
        View = _settings.Augmentation.View,
        Prepare = _settings.Augmentation.Apply,
        Neighbours = neighbours,
        GroupSize = _settings.GroupSize,
    };

    private string Caption(int clip, ClipView view, SeededRandom random)
    {
        AnimatedClip shown = _animations.Clips[_split.Train[clip]];
        string creature = random.NextDouble() < _settings.Unnamed ? VideoCaptions.Unnamed : shown.Creature;
        return VideoCaptions.Write(creature, shown.Phrase, shown.Direction, view, random.Next(VideoCaptions.Templates.Count));
    }

    private IEnumerable<string> Texts(int clip) =>
        from creature in new[] { _animations.Clips[clip].Creature, VideoCaptions.Unnamed }
        from reversed in new[] { false, true }
        from template in Enumerable.Range(0, VideoCaptions.Templates.Count)
        let shown = _animations.Clips[clip]
        select " " + VideoCaptions.Write(creature, shown.Phrase, shown.Direction, new ClipView(reversed), template).ToLowerInvariant();

    /// <summary>The mean of CLIP's vectors of a clip's frames, as unit vectors (N, E).</summary>
    private static Tensor FrameMeans(Models.Clip clip, Tensor[] clips)
    {
        using var noGrad = no_grad();
        return nn.functional.normalize(stack(clips.Select(frames =>
        {
            using DisposeScope scope = NewDisposeScope();
            return clip.EmbedImages(Models.Clip.Normalise(frames)).mean([0L]).MoveToOuterDisposeScope();
        }).ToArray()), dim: 1);
    }
}
