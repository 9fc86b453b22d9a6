// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Takes training steps of whatever has a loss. Each part of the parameters has its gradients limited on its own, so that parts which learn
/// side by side do not disturb each other.
/// </summary>
public sealed class LossTrainer
{
    private readonly Parameter[][] parts;

    /// <summary>AdamW over some parts; matrices decay, gains and biases do not.</summary>
    public LossTrainer(ClipTraining settings, params IEnumerable<Parameter>[] parts)
    {
        this.parts = parts.Select(part => part.Where(parameter => parameter.requires_grad).ToArray()).ToArray();
        var all = this.parts.SelectMany(part => part).ToLookup(parameter => parameter.dim() > 1);
        Optimizer = optim.AdamW(
            new[]
            {
                new AdamW.ParamGroup(all[true], new AdamW.Options { weight_decay = settings.WeightDecay }),
                new AdamW.ParamGroup(all[false], new AdamW.Options { weight_decay = 0 }),
            },
            settings.LearningRate, beta1: 0.9, beta2: 0.98, eps: 1e-6);
    }

    /// <summary>AdamW over all parts.</summary>
    public AdamW Optimizer { get; }

    /// <summary>One step by the schedule in <paramref name="settings"/>, numbered from 0. Returns the loss before the update.</summary>
    public double Step(long number, ClipTraining settings, Func<Tensor> loss)
    {
        using var scope = NewDisposeScope();
        foreach (var group in Optimizer.ParamGroups) group.LearningRate = settings.RateAt(number);
        Optimizer.zero_grad();
        var value = loss();
        value.backward();
        foreach (var part in parts) nn.utils.clip_grad_norm_(part.Where(parameter => parameter.grad is not null), settings.LargestGradient);
        Optimizer.step();
        return value.item<float>();
    }
}
