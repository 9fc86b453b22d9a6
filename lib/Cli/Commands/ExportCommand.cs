using System.CommandLine;
using Cli.Export;

namespace Cli.Commands;

/// <summary>course export: writes the models and errata of lib/Course from the notebooks.</summary>
internal static class ExportCommand
{
    public static Command Create(CourseContext context)
    {
        var check = new Option<bool>("--check")
        {
            Description = "Change nothing; name the files that are out of date and exit with 1 if there are any.",
        };
        var command = new Command(
            "export",
            "Writes lib/Course/Models from the notebook cells that start with '//| export File.cs', lib/Course/Errata from "
            + "'//| export Errata/File.cs'; removes files that no notebook exports.")
        {
            check,
        };
        command.SetAction(parsed => Run(context, parsed.GetValue(check)));
        return command;
    }

    private static int Run(CourseContext context, bool check)
    {
        var exporter = new ModelExporter(context.Repository);
        var plan = exporter.Plan();
        var folder = context.Repository.Display(context.Repository.Library);
        if (plan.IsClean)
        {
            context.Output.WriteLine($"{plan.Total} exported files in {folder} are up to date.");
            return ExitCode.Success;
        }

        if (check)
        {
            foreach (var file in plan.Stale)
            {
                context.Error.WriteLine($"stale: {folder}/{file.Name} differs from {string.Join(", ", file.Sources)}");
            }

            foreach (var name in plan.Orphans)
            {
                context.Error.WriteLine($"orphan: {folder}/{name} is exported by no notebook");
            }

            context.Error.WriteLine("Run './course export' to bring them up to date.");
            return ExitCode.Failure;
        }

        exporter.Apply(plan);
        foreach (var file in plan.Stale)
        {
            context.Output.WriteLine($"wrote {folder}/{file.Name} from {string.Join(", ", file.Sources)}");
        }

        foreach (var name in plan.Orphans)
        {
            context.Output.WriteLine($"removed {folder}/{name}, which no notebook exports");
        }

        context.Output.WriteLine($"{plan.Total} files exported, {plan.Stale.Count} of them changed.");
        return ExitCode.Success;
    }
}
