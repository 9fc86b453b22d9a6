using Cli;
using Notebooks.Documents;
using Notebooks.Running.Exercises;

namespace Chapters.Tests;

/// <summary>The chapters as they lie in the repository.</summary>
public sealed class StoredChapterTests
{
    [Theory]
    [MemberData(nameof(ChapterRuns.Names), MemberType = typeof(ChapterRuns))]
    public void A_stored_notebook_is_valid_and_holds_no_script(string name) =>
        Assert.Empty(NotebookValidator.Validate(ChapterRuns.Load(name)));

    [Theory]
    [MemberData(nameof(ChapterRuns.Names), MemberType = typeof(ChapterRuns))]
    public void A_stored_notebook_holds_no_error_that_was_not_meant(string name)
    {
        var failed = ChapterRuns.Load(name).CodeCells
            .Where(cell => !cell.Tags.Contains(Notebooks.Running.NotebookRunner.ExpectedFailureTag))
            .Where(cell => cell.Outputs.Any(output => output!["output_type"]!.ToString() == "error"));
        Assert.Empty(failed.Select(cell => $"cell [{cell.Number}] {cell.FirstLine}"));
    }

    [Theory]
    [MemberData(nameof(ChapterRuns.Names), MemberType = typeof(ChapterRuns))]
    public void Exercises_are_stored_unsolved(string name)
    {
        var document = ChapterRuns.Load(name);
        Assert.All(ExerciseFinder.Find(document), exercise => Assert.Empty(exercise.Check.Outputs));
    }

    [Theory]
    [MemberData(nameof(ChapterRuns.Names), MemberType = typeof(ChapterRuns))]
    public void Run_all_in_a_front_end_goes_on_past_an_unsolved_exercise(string name) =>
        Assert.All(
            ExerciseFinder.Find(ChapterRuns.Load(name)),
            exercise => Assert.Contains(Notebooks.Running.NotebookRunner.ExpectedFailureTag, exercise.Check.Tags));

    [Fact]
    public async Task The_exported_models_are_up_to_date()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CourseApp(new CourseContext(ChapterRuns.Repository, output, error)).InvokeAsync(["export", "--check"]);
        Assert.True(code == 0, error.ToString());
    }
}
