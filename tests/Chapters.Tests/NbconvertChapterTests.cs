using Clients.Tests.Support;
using Notebooks.Documents;
using Notebooks.Running.Exercises;
using Xunit.Abstractions;

namespace Chapters.Tests;

/// <summary>
/// Chapters through Jupyter's own command and our kernel: the same outputs as the headless run. Those that train nothing large, since what
/// could differ is how outputs travel, and Clients.Tests sends every kind of output.
/// </summary>
[Collection(ChapterCollection.Name)]
public sealed class NbconvertChapterTests(ChapterRuns runs, InstalledKernel kernel, ITestOutputHelper output)
{
    [ClientTheory(Client.Jupyter)]
    [InlineData("00-start-here")]
    [InlineData("01-attention")]
    [InlineData("10-errata")]
    public async Task Runs_with_the_same_outputs(string name)
    {
        var source = ChapterRuns.Load(name);
        var result = Path.Combine(kernel.Folder, name + ".ipynb");
        var converted = await Nbconvert.RunAsync(kernel, source.Path, result, TimeSpan.FromMinutes(15));
        Assert.True(converted.ExitCode == 0, converted.Error);

        var executed = NotebookDocument.Load(result);
        Assert.Empty(NotebookValidator.Validate(executed));

        var headless = (await runs.Run(name)).Cells.ToDictionary(cell => cell.CellIndex, cell => cell.Outputs);
        var exercises = ExerciseFinder.Find(source).SelectMany(exercise => (int[])[exercise.Stub.Index, exercise.Check.Index]).ToHashSet();
        var compared = 0;
        foreach (var cell in executed.CodeCells.Where(cell => !exercises.Contains(cell.Index)))
        {
            var expected = ChapterOutputs.Describe(cell, headless[cell.Index]);
            var actual = ChapterOutputs.Describe(cell, cell.Outputs);
            Assert.True(expected == actual, $"cell [{cell.Number}] {cell.FirstLine}\nheadless:\n{expected}\nnbconvert:\n{actual}");
            compared++;
        }

        output.WriteLine($"{name}: {compared} cells compared");
        Assert.True(compared > 0);
    }
}
