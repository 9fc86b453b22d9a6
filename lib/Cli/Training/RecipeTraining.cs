using System.Text;
using Course.Data;
using Course.Training.Recipes;
using Course.Training.Runs;

namespace Cli.Training;

/// <summary>One sitting of a training run on the command line.</summary>
internal sealed class RecipeTraining(
    CourseContext context, IRecipe recipe, string folder, IReadOnlyDictionary<string, string> given, bool resume, RunLimits limits)
{
    private string Folder => context.Repository.Display(folder);

    public int Run(CancellationToken cancel)
    {
        try
        {
            if (resume && TrainingRun.IsFinishedIn(folder))
            {
                context.Output.WriteLine($"The run in {Folder} is finished.");
                return ExitCode.Success;
            }

            using var run = Open();
            using ITrainingDisplay display = context.IsTerminal
                ? new TerminalTrainingDisplay(recipe.Name)
                : new PlainTrainingDisplay(context.Output);
            var result = display.Show(progress => run.Train(limits, CommandOf(run), progress, cancel));
            return Report(result, CommandOf(run), cancel);
        }
        catch (Exception e) when (e is RunException or DataSetException or ArgumentException)
        {
            throw new CourseException(OneLine(e), e);
        }
    }

    private TrainingRun Open()
    {
        if (resume && TrainingRun.IsBegunIn(folder))
        {
            var resumed = TrainingRun.Resume(recipe, given, folder);
            context.Output.WriteLine($"Going on with {Folder} at step {resumed.Step} of {resumed.Steps}.");
            return resumed;
        }

        if (!resume && TrainingRun.IsBegunIn(folder))
        {
            throw new CourseException(
                $"{Folder} holds a run that is not finished. Go on with it by --resume, or choose another folder with --out.");
        }

        if (!resume && TrainingRun.IsFinishedIn(folder))
        {
            throw new CourseException($"{Folder} holds a finished run. Choose another folder with --out.");
        }

        var settings = recipe.DefaultSettings();
        foreach (var (name, value) in given)
        {
            settings = Settings.With(settings, name, value);
        }

        var run = TrainingRun.Begin(recipe, settings, folder);
        context.Output.WriteLine($"Training {recipe.Name} into {Folder}, {run.Steps} steps.");
        return run;
    }

    private int Report(RunResult result, string command, CancellationToken cancel)
    {
        if (!result.IsFinished)
        {
            context.Output.WriteLine($"Stopped at step {result.Step} of {result.Steps}. Go on with: {command} --resume");
            return cancel.IsCancellationRequested ? ExitCode.Cancelled : ExitCode.Success;
        }

        foreach (var measurement in result.Measurements)
        {
            context.Output.WriteLine(measurement);
        }

        context.Output.WriteLine(FormattableString.Invariant(
            $"Trained {result.Steps} steps in {result.Seconds / 60:0.0} min; model, history.csv and run.json are in {Folder}."));
        return ExitCode.Success;
    }

    /// <summary>The command of this run, without --resume: it trains the same weights again.</summary>
    private string CommandOf(TrainingRun run)
    {
        var text = new StringBuilder($"./course train {recipe.Name}");
        var defaults = recipe.DefaultSettings();
        foreach (var name in Settings.Names(defaults))
        {
            if (Settings.Value(run.Settings, name) is var value && value != Settings.Value(defaults, name))
            {
                text.Append($" --set {name}={value}");
            }
        }

        return text.Append($" --out {Folder}").ToString();
    }

    /// <summary>An argument's message ends with the parameter's name, which means nothing on the command line.</summary>
    private static string OneLine(Exception e) => e is ArgumentException { ParamName: { } name }
        ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
        : e.Message;
}
