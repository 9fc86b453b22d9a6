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
    private readonly Tensor[] _clips;
    private readonly Tensor[] _frozen;
    private readonly int[][] _neighbours;

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

        _clips = [.. _split.Train.Select(_animations.Video)];
        _frozen = [.. _clips.Select(frames => FrameVectors(clip.Model, frames))];
        // Mined once, with CLIP's eyes: what is mined with the model in training would depend on when a run was interrupted.
        Tensor places = nn.functional.normalize(stack(_frozen.Select(frames => frames.mean([0L])).ToArray()), dim: 1);
        _neighbours = HardNegatives.Mine(places, 2 * settings.GroupSize);
        clip.Model.Dispose();
    }

    public nn.Module Model => _model;

    public OptimizerHelper Optimizer => _trainer.Optimizer;

    public long Steps => _settings.Training.Steps;

    public double Step(long number)
    {
        using DisposeScope scope = NewDisposeScope();
        return _trainer.Step(number, SamplerOf(number).Batch(number, _settings.Training.BatchSize));
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
        CheckpointFolder.WriteSizes(folder, _model.Config);
    }

    public void Dispose()
    {
        _trainer.Optimizer.Dispose();
        _model.Dispose();
        foreach (Tensor vectors in _frozen) vectors.Dispose();
        _animations.Dispose();
    }

    private VideoSampler SamplerOf(long step)
    {
        bool isFrozen = _settings.WarmStart && step < _settings.FrozenSteps;
        VideoAugmentation augmentation = isFrozen ? _settings.Augmentation with { Mirrored = 0 } : _settings.Augmentation;
        return new VideoSampler(isFrozen ? _frozen : _clips, Caption, _settings.Seed)
        {
            Frames = (int)_settings.Model.Frames,
            View = augmentation.View,
            Prepare = isFrozen ? null : augmentation.Apply,
            Neighbours = step < _settings.HardFrom ? null : _neighbours,
            GroupSize = _settings.GroupSize,
        };
    }

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

    /// <summary>CLIP's vectors of a clip's frames before the projection, (T, D).</summary>
    private static Tensor FrameVectors(Models.Clip clip, Tensor frames)
    {
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        return clip.ImageFeatures(Models.Clip.Normalise(frames)).DetachFromDisposeScope();
    }
}
