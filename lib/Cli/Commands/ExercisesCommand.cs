using System.CommandLine;
using Cli.Repository;
using Cli.Running;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Exercises;

namespace Cli.Commands;

/// <summary>course exercises: lists the exercises, or proves that their checks tell right from wrong.</summary>
internal static class ExercisesCommand
{
    public static Command Create(CourseContext context)
    {
        var names = RunCommand.ChapterArgument();
        var prove = new Option<bool>("--prove")
        {
            Description = "Run the chapters and prove that each check fails on the unchanged stub and passes on the solution. For authors.",
        };
        var timeout = RunCommand.SecondsOption("--timeout", 900, "Longest time for one notebook, in seconds; 0 for no limit.");
        var command = new Command("exercises", "Lists the exercises of chapters.") { names, prove, timeout };
        command.SetAction(async (parsed, cancel) =>
        {
            var chapters = new ChapterCatalog(context.Repository).Resolve(parsed.GetValue(names) ?? []);
            if (parsed.GetValue(prove))
            {
                var limit = RunCommand.Limit(parsed.GetValue(timeout));
                var options = new RunOptions { NotebookTimeout = limit, Exercises = ExerciseMode.Prove };
                var settings = new RunSettings(context.Repository.Output, Save: false, options);
                return await new ChapterRunner(context, settings).RunAsync(chapters, cancel);
            }

            foreach (var chapter in chapters)
            {
                foreach (var exercise in ExerciseFinder.Find(NotebookDocument.Load(chapter.Path)))
                {
                    context.Output.WriteLine($"{chapter.Name}, cell [{exercise.Stub.Number}]: {exercise.Name}");
                }
            }

            return ExitCode.Success;
        });
        return command;
    }
}
