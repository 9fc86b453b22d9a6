using System.CommandLine;
using Cli.Export;
using Cli.FrontDoor;

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
            + "'//| export Errata/File.cs'; removes files that no notebook exports. "
            + "Also brings the tables and pictures of README.md and notebooks/README.md up to date.")
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
        var frontDoor = new FrontDoorExporter(context.Repository);
        var (shown, gone) = (frontDoor.Stale(), frontDoor.Orphans());
        if (plan.IsClean && shown.Count == 0 && gone.Count == 0)
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

            foreach (var path in shown.Select(file => file.Path).Concat(gone))
            {
                context.Error.WriteLine($"stale: {path} differs from what the notebooks and models say");
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

        frontDoor.Apply(shown, gone);
        foreach (var file in shown)
        {
            context.Output.WriteLine($"wrote {file.Path}");
        }

        foreach (var path in gone)
        {
            context.Output.WriteLine($"removed {path}, which no chapter shows");
        }

        context.Output.WriteLine($"{plan.Total} files exported, {plan.Stale.Count} of them changed.");
        return ExitCode.Success;
    }
}
