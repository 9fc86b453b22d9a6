using Course.Training.Runs;

namespace Cli.Training;

/// <summary>Shows how far a training run is.</summary>
internal interface ITrainingDisplay : IDisposable
{
    /// <summary>Runs the training, handing it the place to report to, and returns its result.</summary>
    RunResult Show(Func<Action<RunProgress>, RunResult> train);
}
