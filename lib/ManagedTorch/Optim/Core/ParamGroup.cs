using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters that are optimized with the same options.</summary>
public class ParamGroup : optim.ILearningRateController
{
    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    /// <summary>The options; null until the group is given to an optimizer.</summary>
    public OptimizerOptions Options { get; set; } = null!;

    /// <summary>The learning rate.</summary>
    public double LearningRate
    {
        get => Options.LearningRate!.Value;
        set => Options.LearningRate = value;
    }

    /// <summary>The rate that schedules start from.</summary>
    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }

    /// <summary>Whether a scheduler has taken the rate as the one to start from; further schedulers start from the same.</summary>
    internal bool IsScheduled { get; set; }
}
