using Cli.FrontDoor;
using Notebooks.Documents;

namespace Cli.Tests.FrontDoor;

public sealed class FrontDoorTests : IDisposable
{
    private const string Parts = """
        Written by hand.
        <!-- chapters: written by `course export` -->
        old
        <!-- end of chapters -->
        <!-- models: written by `course export` -->
        <!-- end of models -->

        """;

    private readonly TestRepository _course = new();

    public FrontDoorTests()
    {
        _course.Write("datasets/small-toys/README.md", "# Toys");
        _course.Write("notebooks/01-one.ipynb", new NotebookBuilder().Markdown("# 1. First\n\nText.").Code("//| export Block.cs\npublic class Block;"));
        _course.Write("notebooks/02-two.ipynb", new NotebookBuilder().Markdown("# 2. Second").Code("var b = new Block(SmallToys.Load());"));
        _course.Write("notebooks/chapters.json", "{}");
        _course.Write("README.md", Parts);
        _course.Write("notebooks/README.md", Parts);
    }

    [Fact]
    public async Task Export_writes_the_generated_parts_and_leaves_the_rest()
    {
        Assert.Equal(1, await _course.CourseAsync(["export", "--check"]));
        Assert.Contains("stale: README.md differs from what the notebooks and models say", _course.Error.ToString(), StringComparison.Ordinal);

        Assert.Equal(0, await _course.CourseAsync(["export"]));
        var readme = File.ReadAllText(_course.Path("README.md"));
        Assert.StartsWith("Written by hand.\n", readme, StringComparison.Ordinal);
        Assert.DoesNotContain("old", readme, StringComparison.Ordinal);
        Assert.Contains("**[1. First](notebooks/01-one.ipynb)** <br>`Block`", readme, StringComparison.Ordinal);

        var notebooks = File.ReadAllText(_course.Path("notebooks/README.md"));
        Assert.Contains("| builds on | [1. First](#1-first) |", notebooks, StringComparison.Ordinal);
        Assert.Contains("| data | [small-toys](../datasets/small-toys/README.md) |", notebooks, StringComparison.Ordinal);
        Assert.Contains("| writes to the library | `Block` |", notebooks, StringComparison.Ordinal);
        Assert.Contains("| Vision Transformer | a picture | (1, 10) | 4 | 0 |", notebooks, StringComparison.Ordinal);

        Assert.Equal(0, await _course.CourseAsync(["export", "--check"]));
    }

    [Fact]
    public async Task A_readme_without_its_comments_is_told()
    {
        _course.Write("README.md", "nothing");
        Assert.Equal(1, await _course.CourseAsync(["export"]));
        Assert.Contains("a README lacks the comments '<!-- chapters: written by", _course.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_wants_a_picture_the_chapter_has_not_is_told()
    {
        const string picture = """
            {"output_type": "display_data", "metadata": {}, "data": {"image/png": "AAAA", "text/plain": "p"}}
            """;
        var notebook = System.Text.Encoding.UTF8.GetString(new NotebookBuilder().Code("1").ToBytes());
        _course.Write("notebooks/02-two.ipynb", notebook.Replace("\"outputs\": []", $"\"outputs\": [{picture}]", StringComparison.Ordinal));
        _course.Write("notebooks/chapters.json", """{"02-two": {"builds": "a", "shows": "b", "picture": 4, "alt": "c"}}""");
        Assert.Equal(1, await _course.CourseAsync(["export"]));
        Assert.Contains("wants picture 4 of 02-two, which has stored fewer", _course.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_no_chapter_shows_is_removed()
    {
        _course.Write("notebooks/pictures/09-gone.png", "");
        Assert.Equal(0, await _course.CourseAsync(["export"]));
        Assert.False(File.Exists(_course.Path("notebooks/pictures/09-gone.png")));
    }

    [Fact]
    public void The_table_of_models_counts_what_the_models_have()
    {
        var table = ModelTable.Markdown();
        Assert.Contains("| VideoCLIP |", table, StringComparison.Ordinal);
        Assert.All(table.Split('\n'), line => Assert.Equal(9, line.Count(letter => letter == '|')));
    }

    public void Dispose() => _course.Dispose();
}
