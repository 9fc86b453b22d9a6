using Notebooks.Running;
using Xunit.Abstractions;

namespace Chapters.Tests;

/// <summary>Every chapter, executed from top to bottom as a reader would.</summary>
[Collection(ChapterCollection.Name)]
public sealed class ExecutedChapterTests(ChapterRuns runs, ITestOutputHelper output)
{
    // A free Codespace has 8 GB, and the editor needs some of it.
    private const long MostMemory = 6_000_000_000;

    [Theory]
    [MemberData(nameof(ChapterRuns.Names), MemberType = typeof(ChapterRuns))]
    public async Task Every_cell_runs_and_every_claim_holds(string name)
    {
        var run = await runs.Run(name);
        output.WriteLine($"{name}: {run.Elapsed.TotalSeconds:0.0} s, {run.ChecksPassed} checks, peak {run.PeakMemoryBytes / 1e6:0} MB");
        foreach (var figure in run.Figures)
        {
            output.WriteLine($"  {figure.Name}: {figure.Value}");
        }

        Assert.True(run.Status == RunStatus.Passed, Describe(run));
        Assert.True(run.ChecksPassed > 0, "the chapter checks nothing");
        Assert.True(run.PeakMemoryBytes < MostMemory, $"{run.PeakMemoryBytes / 1e9:0.0} GB: more than a machine of 8 GB has to give");
    }

    [Theory]
    [MemberData(nameof(ChapterRuns.Names), MemberType = typeof(ChapterRuns))]
    public async Task Exercise_checks_fail_on_stubs_and_pass_on_solutions(string name)
    {
        foreach (var proof in (await runs.Run(name)).Exercises)
        {
            output.WriteLine($"{name}, {proof.Name}: {proof.Problem ?? proof.StubMessage}");
            Assert.True(proof.Proven, $"{proof.Name}: {proof.Problem}");
        }
    }

    private static string Describe(NotebookRun run) =>
        $"{run.Status} in cell [{run.Failure?.Number}] {run.Failure?.FirstLine}\n{run.Failure?.ErrorName}: {run.Failure?.Message}\n"
        + $"line {run.Failure?.Line}: {run.Failure?.LineText}\n{string.Join('\n', run.Failure?.Traceback ?? [])}";
}
