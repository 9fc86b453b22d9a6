using TorchSharp;
using TorchSharp.Modules;

namespace Course.Training.Runs;

/// <summary>
/// What a <see cref="TrainingRun"/> trains. All that changes from step to step is in the model, the optimizer and torch's random
/// numbers; anything else random depends on the seed and the number of the step, so that a run can go on after an interruption.
/// </summary>
public interface ITrainingTask : IDisposable
{
    /// <summary>What is trained.</summary>
    torch.nn.Module Model { get; }

    /// <summary>What changes its weights.</summary>
    OptimizerHelper Optimizer { get; }

    /// <summary>How many steps there are.</summary>
    long Steps { get; }

    /// <summary>Takes step <paramref name="number"/>, from 0, and returns its loss.</summary>
    double Step(long number);

    /// <summary>Measures the trained model.</summary>
    IReadOnlyList<Measurement> Measure();

    /// <summary>Writes what belongs to the model besides its weights, for example a tokenizer.</summary>
    void SaveCompanions(string folder);
}
