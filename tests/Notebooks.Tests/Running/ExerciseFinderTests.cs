using Notebooks.Documents;
using Notebooks.Running.Exercises;

namespace Notebooks.Tests.Running;

public sealed class ExerciseFinderTests
{
    public const string Solution = "Try it.\n\n<details><summary>Solution: double</summary>\n\nWhy so:\n\n```csharp\nint Twice(int x)\n    => 2 * x;\n```\n\nDone.\n</details>";

    [Fact]
    public void Stub_check_and_solution_are_found()
    {
        var document = new NotebookBuilder().Code("1").Code("//| exercise double\nint Twice(int x) => 0;").Markdown(Solution)
            .Code("//| check double\nTwice(2)").Build("x");
        var exercise = Assert.Single(ExerciseFinder.Find(document));
        Assert.Equal(("double", 2, 3), (exercise.Name, exercise.Stub.Number, exercise.Check.Number));
        Assert.Equal("int Twice(int x)\n    => 2 * x;\n", exercise.Solution);
    }

    [Fact]
    public void Two_solutions_in_one_cell_do_not_run_into_each_other()
    {
        var second = Solution.Replace("double", "triple").Replace("2 * x", "3 * x");
        var document = new NotebookBuilder()
            .Code("//| exercise double").Code("//| check double").Code("//| exercise triple").Code("//| check triple")
            .Markdown("<details><summary>Hint</summary>no code</details>\n" + Solution + "\n" + second).Build("x");
        Assert.Equal(["=> 2 * x;", "=> 3 * x;"], ExerciseFinder.Find(document).Select(e => e.Solution.Split('\n')[1].Trim()));
    }

    [Theory]
    [InlineData("//| exercise double|//| check double", "cell [1]: exercise 'double' has no solution")]
    [InlineData("md|//| exercise double", "exercise 'double' has no check cell after it")]
    [InlineData("md|//| exercise double|1+1", "cell [2]: expected '//| check double'")]
    [InlineData("md|//| check double", "checks 'double', but no exercise of that name")]
    [InlineData("md|//| exercise double|//| check double|//| exercise double|//| check double", "is used twice")]
    [InlineData("md|md|//| exercise double|//| check double", "second solution of 'double'")]
    [InlineData("//| exercize double", "starts with '//| exercize double'; expected")]
    [InlineData("//| exercise", "starts with '//| exercise'; expected")]
    public void Incomplete_exercises_are_named(string cells, string message)
    {
        var builder = new NotebookBuilder();
        foreach (var cell in Split(cells))
        {
            _ = cell == "md" ? builder.Markdown(Solution) : builder.Code(cell);
        }

        Assert.Contains(message, Assert.Throws<NotebookException>(() => ExerciseFinder.Find(builder.Build("x"))).Message);
    }

    // The bar separates cells, except in "//|".
    private static string[] Split(string cells) => cells.Replace("//|", "\0").Split('|').Select(cell => cell.Replace("\0", "//|")).ToArray();
}
