// Source: notebooks/04-videoclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Takes training steps. All of its memory is in the model, the optimizer and the number of the step.</summary>
public sealed class VideoClipTrainer
{
    private readonly VideoClip model;
    private readonly BytePairTokenizer tokenizer;
    private readonly ClipTraining settings;
    private readonly Parameter[] learned;
    private readonly List<double> paces = [];

    /// <summary>A trainer of those parameters of <paramref name="model"/> that require gradients.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tokenizer">Makes the text tower's input.</param>
    /// <param name="settings">The optimizer and its schedule.</param>
    /// <param name="framePace">The frame tower's learning rate as a share of the others': what is known already should not be lost.</param>
    public VideoClipTrainer(VideoClip model, BytePairTokenizer tokenizer, ClipTraining settings, double framePace = 1)
    {
        (this.model, this.tokenizer, this.settings) = (model, tokenizer, settings);
        model.LogScale.requires_grad_(settings.LearnScale);
        var named = model.named_parameters().Where(p => p.parameter.requires_grad).ToArray();
        learned = named.Select(p => p.parameter).ToArray();
        var groups = new List<AdamW.ParamGroup>();
        foreach (var some in named
            .GroupBy(p => (IsFrame: p.name.StartsWith("video.frames"), IsMatrix: p.parameter.dim() > 1))
            .OrderBy(group => group.Key.IsFrame))
        {
            var decay = new AdamW.Options { weight_decay = some.Key.IsMatrix ? settings.WeightDecay : 0 };
            groups.Add(new AdamW.ParamGroup(some.Select(p => p.parameter), decay));
            paces.Add(some.Key.IsFrame ? framePace : 1);
        }

        Optimizer = optim.AdamW(groups.ToArray(), settings.LearningRate, beta1: 0.9, beta2: 0.98, eps: 1e-6);
    }

    /// <summary>AdamW over the model's parameters.</summary>
    public AdamW Optimizer { get; }

    /// <summary>The loss of a batch's projected videos and texts, (B, E) each; CLIP's unless set.</summary>
    public Func<VideoClip, Tensor, Tensor, Tensor> Loss { get; init; } = VideoLoss.Clip;

    /// <summary>One step, numbered from 0: forward, loss, backward, update. Returns the loss before the update.</summary>
    public double Step(long number, VideoBatch batch)
    {
        using var scope = NewDisposeScope();
        var device = model.LogScale.device;
        foreach (var (group, pace) in Optimizer.ParamGroups.Zip(paces)) group.LearningRate = pace * settings.RateAt(number);
        model.train();
        Optimizer.zero_grad();
        var videos = batch.Videos.to(device);
        var features = videos.dim() == 5 ? model.Video.EncodeFrames(videos) : videos;                       // (B, T, D)
        var tokens = tokenizer.Batch(batch.Captions, model.Config.Clip.ContextLength).to(device);
        var loss = Loss(model, model.ProjectFrames(features), model.ProjectTexts(tokens));
        loss.backward();
        nn.utils.clip_grad_norm_(learned, settings.LargestGradient);
        Optimizer.step();
        model.ClampScale();
        return loss.item<float>();
    }
}
