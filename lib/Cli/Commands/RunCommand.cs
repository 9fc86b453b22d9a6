using System.CommandLine;
using System.Globalization;
using Cli.Repository;
using Cli.Running;
using Notebooks.Running;
using Notebooks.Running.Exercises;

namespace Cli.Commands;

/// <summary>course run: executes chapters and keeps what they show.</summary>
internal static class RunCommand
{
    public static Command Create(CourseContext context)
    {
        var names = ChapterArgument();
        var output = new Option<string?>("--out")
        {
            Description = "Folder for executed notebooks and report.json. Default: out in the course's folder.",
            HelpName = "DIR",
        };
        var save = new Option<bool>("--save")
        {
            Description = "Store outputs in the notebooks themselves. Only outputs and execution counts change, "
                + "and only of notebooks that pass; exercises and their checks stay empty.",
        };
        var timeout = SecondsOption("--timeout", 900, "Longest time for one notebook, in seconds; 0 for no limit.");
        var cellTimeout = SecondsOption("--cell-timeout", 0, "Longest time for one cell, in seconds; 0 for no limit.");
        var asWritten = new Option<bool>("--as-written")
        {
            Description = "Run exercise cells as you have written them, instead of the notebook's solutions.",
        };
        var html = new Option<string?>("--html")
        {
            Description = "Also write the course as a static site to this folder: the chapters of this run as they ran, the others with their "
                + "stored outputs.",
            HelpName = "DIR",
        };
        var stored = new Option<bool>("--stored")
        {
            Description = "With --html: run nothing, and write the site from stored outputs alone.",
        };
        var command = new Command(
            "run",
            "Runs chapters and writes the executed notebooks and report.json to out/. "
            + "Exit code 1: a cell failed or took too long; 130: stopped by Ctrl+C.")
        {
            names, output, save, timeout, cellTimeout, asWritten, html, stored,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(save) && result.GetValue(asWritten))
            {
                result.AddError("--save and --as-written exclude each other: saved notebooks keep exercises empty.");
            }

            if (result.GetValue(stored) && (result.GetValue(html) is null || result.GetValue(save) || result.GetValue(asWritten)))
            {
                result.AddError("--stored runs nothing: it goes with --html DIR, and with neither --save nor --as-written.");
            }

            if (result.GetValue(html) is not null && result.GetValue(asWritten))
            {
                result.AddError("--html and --as-written exclude each other: the site shows exercises unsolved.");
            }
        });
        command.SetAction((parsed, cancel) =>
        {
            var chapters = new ChapterCatalog(context.Repository).Resolve(parsed.GetValue(names) ?? []);
            var site = parsed.GetValue(html) is { } folder ? new SiteExport(context, folder) : null;
            if (parsed.GetValue(stored))
            {
                site!.Write([]);
                return Task.FromResult(ExitCode.Success);
            }

            var settings = new RunSettings(
                parsed.GetValue(output) ?? context.Repository.Output,
                parsed.GetValue(save),
                new RunOptions
                {
                    NotebookTimeout = Limit(parsed.GetValue(timeout)),
                    CellTimeout = Limit(parsed.GetValue(cellTimeout)),
                    Exercises = parsed.GetValue(asWritten) ? ExerciseMode.AsWritten : ExerciseMode.Solutions,
                },
                site);
            return new ChapterRunner(context, settings).RunAsync(chapters, cancel);
        });
        return command;
    }

    /// <summary>The argument that names chapters.</summary>
    public static Argument<string[]> ChapterArgument() => new("names")
    {
        Description = "Chapters by number (2), name (vit, 02-vit) or path of a notebook. None: all chapters.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>An option that takes a number of seconds.</summary>
    public static Option<double> SecondsOption(string name, double standard, string description)
    {
        var option = new Option<double>(name) { Description = description, HelpName = "SECONDS", DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            var typed = result.Tokens.Count > 0 ? result.Tokens[0].Value : "0";
            if (!double.TryParse(typed, CultureInfo.InvariantCulture, out var seconds) || seconds is not (>= 0 and <= 1_000_000))
            {
                result.AddError($"{name} needs a number of seconds from 0 to 1000000, not '{typed}'.");
            }
        });
        return option;
    }

    /// <summary>A limit in seconds as a time; 0 is no limit.</summary>
    public static TimeSpan? Limit(double seconds) => seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;
}
