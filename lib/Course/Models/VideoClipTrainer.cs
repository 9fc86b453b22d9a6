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
    private readonly ClipOptimizer optimizer;

    /// <summary>A trainer of those parameters of <paramref name="model"/> that require gradients.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tokenizer">Makes the text tower's input.</param>
    /// <param name="settings">The optimizer and its schedule.</param>
    /// <param name="framePace">The frame tower's learning rate as a share of the others': what is known already should not be lost.</param>
    public VideoClipTrainer(VideoClip model, BytePairTokenizer tokenizer, ClipTraining settings, double framePace = 1)
    {
        (this.model, this.tokenizer) = (model, tokenizer);
        model.LogScale.requires_grad_(settings.LearnScale);
        optimizer = new ClipOptimizer(
            model.named_parameters(), settings, name => name.StartsWith("video.frames") ? framePace : 1);
    }

    /// <summary>AdamW over the model's parameters.</summary>
    public AdamW Optimizer => optimizer.AdamW;

    /// <summary>The loss of a batch's projected videos and texts, (B, E) each; CLIP's unless set.</summary>
    public Func<VideoClip, Tensor, Tensor, Tensor> Loss { get; init; } = VideoLoss.Clip;

    /// <summary>One step, numbered from 0: forward, loss, backward, update. Returns the loss before the update.</summary>
    public double Step(long number, VideoBatch batch)
    {
        var device = model.LogScale.device;
        model.train();
        var loss = optimizer.Step(number, () =>
        {
            var videos = batch.Videos.to(device);
            var features = videos.dim() == 5 ? model.Video.EncodeFrames(videos) : videos;                   // (B, T, D)
            var tokens = tokenizer.Batch(batch.Captions, model.Config.Clip.ContextLength).to(device);
            return Loss(model, model.ProjectFrames(features), model.ProjectTexts(tokens));
        });
        model.ClampScale();
        return loss;
    }
}
