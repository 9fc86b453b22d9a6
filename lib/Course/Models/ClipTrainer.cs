// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Takes training steps. All of its memory is in the model, the optimizer and the number of the step.</summary>
public sealed class ClipTrainer
{
    private readonly Clip model;
    private readonly BytePairTokenizer tokenizer;
    private readonly ClipTraining settings;
    private readonly Parameter[] learned;

    /// <summary>A trainer of <paramref name="model"/>.</summary>
    public ClipTrainer(Clip model, BytePairTokenizer tokenizer, ClipTraining settings)
    {
        (this.model, this.tokenizer, this.settings) = (model, tokenizer, settings);
        model.LogScale.requires_grad_(settings.LearnScale);
        learned = model.parameters().Where(parameter => parameter.requires_grad).ToArray();
        var matrices = learned.Where(parameter => parameter.dim() > 1);
        var others = learned.Where(parameter => parameter.dim() <= 1);
        Optimizer = optim.AdamW(
            new[]
            {
                new AdamW.ParamGroup(matrices, new AdamW.Options { weight_decay = settings.WeightDecay }),
                new AdamW.ParamGroup(others, new AdamW.Options { weight_decay = 0 }),
            },
            settings.LearningRate, beta1: 0.9, beta2: 0.98, eps: 1e-6);
    }

    /// <summary>AdamW over the model's parameters.</summary>
    public AdamW Optimizer { get; }

    /// <summary>The loss of a batch's scores and concepts; symmetric InfoNCE unless set.</summary>
    public Func<Tensor, IReadOnlyList<int>, Tensor> Loss { get; init; } = (logits, _) => ContrastiveLoss.InfoNce(logits);

    /// <summary>One step, numbered from 0: forward, loss, backward, update. Returns the loss before the update.</summary>
    public double Step(long number, PairBatch batch)
    {
        using var scope = NewDisposeScope();
        var device = model.LogScale.device;
        foreach (var group in Optimizer.ParamGroups) group.LearningRate = settings.RateAt(number);
        model.train();
        Optimizer.zero_grad();
        var tokens = tokenizer.Batch(batch.Captions, model.Config.ContextLength);
        var loss = Loss(model.call(batch.Images.to(device), tokens.to(device)), batch.Concepts);
        loss.backward();
        nn.utils.clip_grad_norm_(learned, settings.LargestGradient);
        Optimizer.step();
        model.ClampScale();
        return loss.item<float>();
    }
}
