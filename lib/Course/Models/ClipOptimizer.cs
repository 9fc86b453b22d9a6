// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// AdamW as CLIP is trained: weight decay on matrices only, a learning rate that rises and falls, gradients cut to a largest norm. Some
/// parameters may learn at a slower pace.
/// </summary>
public sealed class ClipOptimizer
{
    private readonly ClipTraining settings;
    private readonly Parameter[] learned;
    private readonly Dictionary<optim.ILearningRateController, double> paces = [];

    /// <summary>An optimizer of those parameters that require gradients.</summary>
    /// <param name="parameters">A model's parameters.</param>
    /// <param name="settings">The schedule, the decay and the largest gradient.</param>
    /// <param name="pace">The learning rate of the parameter of a name, as a share of the schedule's.</param>
    public ClipOptimizer(IEnumerable<(string name, Parameter parameter)> parameters, ClipTraining settings, Func<string, double> pace)
    {
        this.settings = settings;
        var named = parameters.Where(p => p.parameter.requires_grad).ToArray();
        learned = named.Select(p => p.parameter).ToArray();
        var groups = new List<AdamW.ParamGroup>();
        foreach (var some in named.GroupBy(p => (Pace: pace(p.name), IsMatrix: p.parameter.dim() > 1)).OrderByDescending(g => g.Key.Pace))
        {
            var decay = new AdamW.Options { weight_decay = some.Key.IsMatrix ? settings.WeightDecay : 0 };
            groups.Add(new AdamW.ParamGroup(some.Select(p => p.parameter), decay));
            paces[groups[^1]] = some.Key.Pace;
        }

        AdamW = optim.AdamW(groups, settings.LearningRate, beta1: 0.9, beta2: 0.98, eps: 1e-6);
    }

    /// <summary>The optimizer itself. Groups of parameters that are added to it learn at full pace.</summary>
    public AdamW AdamW { get; }

    /// <summary>One step, numbered from 0: forward, backward, update. Returns the loss before the update.</summary>
    public double Step(long number, Func<Tensor> forward)
    {
        using var scope = NewDisposeScope();
        foreach (var group in AdamW.ParamGroups) group.LearningRate = paces.GetValueOrDefault(group, 1) * settings.RateAt(number);
        AdamW.zero_grad();
        var loss = forward();
        loss.backward();
        nn.utils.clip_grad_norm_(learned, settings.LargestGradient);
        AdamW.step();
        return loss.item<float>();
    }
}
