// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Takes training steps. All of its memory is in the model, the optimizer and the number of the step.</summary>
public sealed class AudioClipTrainer
{
    private readonly AudioClip model;
    private readonly BytePairTokenizer tokenizer;
    private readonly ClipOptimizer optimizer;

    /// <summary>A trainer of <paramref name="model"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tokenizer">Makes the text tower's input.</param>
    /// <param name="settings">The optimizer and its schedule.</param>
    /// <param name="towerPace">The learning rate of CLIP's towers as a share of the audio tower's; 0 freezes them.</param>
    public AudioClipTrainer(AudioClip model, BytePairTokenizer tokenizer, ClipTraining settings, double towerPace = 0.5)
    {
        (this.model, this.tokenizer) = (model, tokenizer);
        foreach (var parameter in model.Clip.parameters()) parameter.requires_grad_(towerPace > 0);
        optimizer = new ClipOptimizer(model.named_parameters(), settings, name => name.StartsWith("clip.") ? towerPace : 1);
    }

    /// <summary>AdamW over what is learned.</summary>
    public AdamW Optimizer => optimizer.AdamW;

    /// <summary>The pairs of modalities that are compared; all three unless set.</summary>
    public ModalityPairs Pairs { get; init; } = ModalityPairs.All;

    /// <summary>One step, numbered from 0: forward, loss, backward, update. Returns the loss before the update.</summary>
    public double Step(long number, TripletBatch batch)
    {
        var device = model.Clip.LogScale.device;
        model.train();
        var loss = optimizer.Step(number, () =>
        {
            var tokens = tokenizer.Batch(batch.Captions, model.Clip.Config.ContextLength).to(device);
            var (images, texts, sounds) = model.call(batch.Images.to(device), tokens, batch.Spectrograms.to(device));
            return TriModalLoss.Of(images, texts, sounds, model.Scales, Pairs);
        });
        model.ClampScales();
        return loss;
    }
}
