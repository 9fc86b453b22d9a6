using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cli.Repository;
using Cli.Training;
using Course.Training.Recipes;
using Course.Training.Runs;

namespace Cli.Commands;

/// <summary>course train: trains a model that the repository keeps, longer than a chapter has time for.</summary>
internal static class TrainCommand
{
    public static Command Create(CourseContext context)
    {
        var name = new Argument<string?>("name")
        {
            Description = "What to train. None: lists the recipes.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var output = new Option<string?>("--out")
        {
            Description = "Folder of the run. Default: out/train/NAME in the course's folder.",
            HelpName = "DIR",
        };
        var resume = new Option<bool>("--resume")
        {
            Description = "Go on with the run in the folder, where it was stopped or killed. "
                + "The weights it ends with do not depend on interruptions.",
        };
        var steps = new Option<long?>("--steps") { Description = "Steps in all. Default: the recipe's.", HelpName = "N" };
        var seed = new Option<long?>("--seed") { Description = "Decides everything random. Default: the recipe's.", HelpName = "N" };
        var minutes = new Option<double?>("--minutes")
        {
            Description = "Stop after this time and keep a checkpoint for --resume.",
            HelpName = "M",
        };
        var every = RunCommand.SecondsOption("--checkpoint-every", 30, "Seconds between two checkpoints; 0 for one after each step.");
        var set = new Option<string[]>("--set")
        {
            Description = "Another value for one of the recipe's settings; may be given several times.",
            HelpName = "NAME=VALUE",
            AllowMultipleArgumentsPerToken = false,
        };
        var settings = new Option<bool>("--settings") { Description = "Show the recipe's settings and do not train." };
        var command = new Command(
            "train",
            "Trains a model: the same command gives the same weights, to the last bit. Ctrl+C keeps a checkpoint. Exit code 130: stopped.")
        {
            name, output, resume, steps, seed, minutes, every, set, settings,
        };
        steps.Validators.Add(
            result => Require(result, long.TryParse(Typed(result), out var number) && number > 0, "a whole number above 0"));
        seed.Validators.Add(result => Require(result, long.TryParse(Typed(result), out _), "a whole number"));
        minutes.Validators.Add(result => Require(
            result,
            double.TryParse(Typed(result), CultureInfo.InvariantCulture, out var time) && time is > 0 and <= 100_000,
            "a time above 0"));
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(name) is not { } chosen)
            {
                return List(context);
            }

            var recipe = Find(chosen);
            var given = Given(recipe, parsed.GetValue(steps), parsed.GetValue(seed), parsed.GetValue(set) ?? []);
            if (parsed.GetValue(settings))
            {
                return ShowSettings(context, recipe);
            }

            await context.RequireToolOfStackAsync(cancel);
            var limits = new RunLimits
            {
                Time = parsed.GetValue(minutes) is { } time ? TimeSpan.FromMinutes(time) : null,
                BetweenCheckpoints = TimeSpan.FromSeconds(parsed.GetValue(every)),
            };
            var folder = Path.GetFullPath(parsed.GetValue(output) ?? Path.Combine(context.Repository.Output, "train", recipe.Name));
            var training = new RecipeTraining(context, recipe, folder, given, parsed.GetValue(resume), limits);
            return await Task.Run(() => training.Run(cancel), CancellationToken.None);
        });
        return command;
    }

    private static string Typed(OptionResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";

    private static void Require(OptionResult result, bool holds, string wanted)
    {
        if (!holds)
        {
            result.AddError($"{result.Option.Name} needs {wanted}, not '{Typed(result)}'.");
        }
    }

    private static int List(CourseContext context)
    {
        foreach (var recipe in RecipeCatalog.All)
        {
            context.Output.WriteLine($"{recipe.Name}: {recipe.Summary}");
        }

        return ExitCode.Success;
    }

    private static int ShowSettings(CourseContext context, IRecipe recipe)
    {
        var defaults = recipe.DefaultSettings();
        foreach (var name in Settings.Names(defaults))
        {
            context.Output.WriteLine($"{name}={Settings.Value(defaults, name)}");
        }

        return ExitCode.Success;
    }

    private static IRecipe Find(string name)
    {
        var known = RecipeCatalog.All.Select(recipe => recipe.Name).ToList();
        if (RecipeCatalog.All.FirstOrDefault(recipe => recipe.Name == name) is { } found)
        {
            return found;
        }

        var advice = NearestName.Of(name, known) is { } near ? $" Did you mean '{near}'?" : "";
        throw new CourseException($"there is no recipe '{name}'.{advice} Recipes: {string.Join(", ", known)}.");
    }

    /// <summary>The settings that the command line names, by name.</summary>
    private static Dictionary<string, string> Given(IRecipe recipe, long? steps, long? seed, string[] pairs)
    {
        var given = new Dictionary<string, string>();
        foreach (var pair in pairs)
        {
            var sign = pair.IndexOf('=');
            if (sign < 1)
            {
                throw new CourseException($"--set {pair}: expected NAME=VALUE, for example --set {recipe.StepsSetting}=100.");
            }

            given[pair[..sign]] = pair[(sign + 1)..];
        }

        if (steps is not null)
        {
            given[recipe.StepsSetting] = steps.Value.ToString(CultureInfo.InvariantCulture);
        }

        if (seed is not null)
        {
            given["seed"] = seed.Value.ToString(CultureInfo.InvariantCulture);
        }

        return given;
    }
}
