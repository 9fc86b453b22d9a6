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
    private readonly ClipOptimizer optimizer;

    /// <summary>A trainer of <paramref name="model"/>.</summary>
    public ClipTrainer(Clip model, BytePairTokenizer tokenizer, ClipTraining settings)
    {
        (this.model, this.tokenizer) = (model, tokenizer);
        model.LogScale.requires_grad_(settings.LearnScale);
        optimizer = new ClipOptimizer(model.named_parameters(), settings, _ => 1);
    }

    /// <summary>AdamW over the model's parameters.</summary>
    public AdamW Optimizer => optimizer.AdamW;

    /// <summary>The loss of a batch's scores and concepts; symmetric InfoNCE unless set.</summary>
    public Func<Tensor, IReadOnlyList<int>, Tensor> Loss { get; init; } = (logits, _) => ContrastiveLoss.InfoNce(logits);

    /// <summary>One step, numbered from 0: forward, loss, backward, update. Returns the loss before the update.</summary>
    public double Step(long number, PairBatch batch)
    {
        var device = model.LogScale.device;
        model.train();
        var loss = optimizer.Step(number, () =>
        {
            var tokens = tokenizer.Batch(batch.Captions, model.Config.ContextLength);
            return Loss(model.call(batch.Images.to(device), tokens.to(device)), batch.Concepts);
        });
        model.ClampScale();
        return loss;
    }
}
