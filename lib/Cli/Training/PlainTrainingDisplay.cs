using System.Diagnostics;
using Course.Training.Runs;

namespace Cli.Training;

/// <summary>A line now and then, for logs and pipes.</summary>
internal sealed class PlainTrainingDisplay(TextWriter output) : ITrainingDisplay
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(15);

    private readonly Stopwatch _sinceLine = Stopwatch.StartNew();

    public RunResult Show(Func<Action<RunProgress>, RunResult> train) => train(Report);

    public void Dispose() => output.Flush();

    private void Report(RunProgress progress)
    {
        if (progress.Step < progress.Steps && _sinceLine.Elapsed < BetweenLines)
        {
            return;
        }

        output.WriteLine(TrainingText.Of(progress));
        output.Flush();
        _sinceLine.Restart();
    }
}
