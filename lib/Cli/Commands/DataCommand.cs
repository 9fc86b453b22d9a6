using System.CommandLine;
using Cli.DataSets;
using Cli.Repository;

namespace Cli.Commands;

/// <summary>course data: lists the data sets and compares them with their checksums.</summary>
internal static class DataCommand
{
    public static Command Create(CourseContext context)
    {
        var names = new Argument<string[]>("names") { Description = "Data sets by name. None: all.", Arity = ArgumentArity.ZeroOrMore };
        var verify = new Command(
            "verify", "Compares every file with its SHA-256 in checksums.sha256. Exit code 1: a file is missing or differs.")
        {
            names,
        };
        verify.SetAction(parsed => Verify(context, parsed.GetValue(names) ?? []));
        var list = new Command("list", "Lists the data sets.");
        list.SetAction(_ =>
        {
            foreach (var set in DataSet.All(context.Repository))
            {
                context.Output.WriteLine($"{set.Name}: {set.Title}");
            }
        });
        return new Command("data", "Checks the real data that the chapters use.") { verify, list };
    }

    private static int Verify(CourseContext context, string[] names)
    {
        var sound = true;
        foreach (var set in Choose(context, names))
        {
            var state = set.Verify();
            foreach (var problem in state.Problems)
            {
                context.Error.WriteLine(problem);
            }

            sound &= state.Problems.Count == 0;
            var verdict = state.Problems.Count == 0 ? "all correct" : $"{state.Problems.Count} missing or wrong";
            context.Output.WriteLine($"{set.Name}: {state.Extent}, {verdict}");
        }

        return sound ? ExitCode.Success : ExitCode.Failure;
    }

    private static IReadOnlyList<DataSet> Choose(CourseContext context, string[] names)
    {
        var all = DataSet.All(context.Repository);
        if (all.Count == 0)
        {
            throw new CourseException("there are no data sets in datasets/.");
        }

        var known = all.Select(set => set.Name).ToList();
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            var near = NearestName.Of(unknown, known);
            var advice = near is null ? "" : $" Did you mean '{near}'?";
            throw new CourseException($"there is no data set '{unknown}'.{advice} Data sets: {string.Join(", ", known)}.");
        }

        return names.Length == 0 ? all : [.. all.Where(set => names.Contains(set.Name))];
    }
}
