using Course.Training.Runs;
using Spectre.Console;

namespace Cli.Training;

/// <summary>A live bar with step, loss and remaining time.</summary>
internal sealed class TerminalTrainingDisplay(string name) : ITrainingDisplay
{
    public RunResult Show(Func<Action<RunProgress>, RunResult> train) => AnsiConsole.Progress()
        .AutoClear(true)
        .Columns(
            new SpinnerColumn(),
            new ProgressBarColumn { Width = 24 },
            new ElapsedTimeColumn(),
            new TaskDescriptionColumn { Alignment = Justify.Left })
        .Start(screen =>
        {
            var bar = screen.AddTask(Markup.Escape(name));
            return train(progress =>
            {
                bar.MaxValue = progress.Steps;
                bar.Value = progress.Step;
                bar.Description = Markup.Escape($"{name}, {TrainingText.Of(progress)}");
            });
        });

    public void Dispose()
    {
    }
}
