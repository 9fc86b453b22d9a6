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
    private readonly AudioClipTraining settings;
    private readonly Parameter[] learned;
    private readonly double[] rates;

    /// <summary>A trainer of <paramref name="model"/>.</summary>
    public AudioClipTrainer(AudioClip model, BytePairTokenizer tokenizer, AudioClipTraining settings)
    {
        (this.model, this.tokenizer, this.settings) = (model, tokenizer, settings);
        foreach (var parameter in model.Clip.parameters()) parameter.requires_grad_(settings.TowerRate > 0);
        var trainable = model.named_parameters().Where(p => p.parameter.requires_grad)
            .ToLookup(p => p.name.StartsWith("clip."), p => p.parameter);
        var (others, towers) = (trainable[false].ToArray(), trainable[true].ToArray());
        learned = [.. others, .. towers];
        var groups = new[] { (others, Rate: settings.LearningRate), (towers, Rate: settings.LearningRate * settings.TowerRate) }
            .SelectMany(part => new[]
            {
                (Parameters: part.Item1.Where(p => p.dim() > 1).ToArray(), part.Rate, Decay: settings.WeightDecay),
                (Parameters: part.Item1.Where(p => p.dim() <= 1).ToArray(), part.Rate, Decay: 0.0),
            })
            .Where(group => group.Parameters.Length > 0).ToArray();
        rates = groups.Select(group => group.Rate).ToArray();
        Optimizer = optim.AdamW(
            groups.Select(group => new AdamW.ParamGroup(group.Parameters, new AdamW.Options { weight_decay = group.Decay })),
            settings.LearningRate, beta1: 0.9, beta2: 0.98, eps: 1e-6);
    }

    /// <summary>AdamW over what is learned.</summary>
    public AdamW Optimizer { get; }

    /// <summary>The pairs of modalities that are compared; all three unless set.</summary>
    public ModalityPairs Pairs { get; init; } = ModalityPairs.All;

    /// <summary>One step, numbered from 0: forward, loss, backward, update. Returns the loss before the update.</summary>
    public double Step(long number, TripletBatch batch)
    {
        using var scope = NewDisposeScope();
        var device = model.Clip.LogScale.device;
        foreach (var (group, rate) in Optimizer.ParamGroups.Zip(rates)) group.LearningRate = rate * settings.ShareAt(number);
        model.train();
        Optimizer.zero_grad();
        var tokens = tokenizer.Batch(batch.Captions, model.Clip.Config.ContextLength).to(device);
        var (images, texts, sounds) = model.call(batch.Images.to(device), tokens, batch.Spectrograms.to(device));
        var loss = TriModalLoss.Of(images, texts, sounds, model.Scales, Pairs);
        loss.backward();
        nn.utils.clip_grad_norm_(learned, settings.LargestGradient);
        Optimizer.step();
        model.ClampScales();
        return loss.item<float>();
    }
}
