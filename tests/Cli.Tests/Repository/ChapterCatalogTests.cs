using Cli.Repository;

namespace Cli.Tests.Repository;

public sealed class ChapterCatalogTests : IDisposable
{
    private readonly TestRepository _course = new();

    public ChapterCatalogTests()
    {
        foreach (var name in new[] { "00-start-here", "01-attention", "02-vit", "10-q-former" })
        {
            _course.Write($"notebooks/{name}.ipynb", "{}");
        }

        _course.Write("elsewhere/mine.ipynb", "{}");
    }

    [Theory]
    [InlineData("2", "02-vit")]
    [InlineData("02", "02-vit")]
    [InlineData("0", "00-start-here")]
    [InlineData("vit", "02-vit")]
    [InlineData("ViT", "02-vit")]
    [InlineData("02-vit", "02-vit")]
    [InlineData("q-former", "10-q-former")]
    public void A_chapter_is_known_by_number_and_name(string typed, string name) => Assert.Equal(name, Resolve(typed).Single().Name);

    [Fact]
    public void A_path_may_lie_anywhere()
    {
        Assert.Equal("mine", Resolve(_course.Path("elsewhere/mine.ipynb")).Single().Name);
        Assert.Equal("02-vit", Resolve(_course.Path("notebooks/02-vit.ipynb"), "vit", "2").Single().Name);
    }

    [Fact]
    public void No_name_means_all_in_order() =>
        Assert.Equal(["00-start-here", "01-attention", "02-vit", "10-q-former"], Resolve().Select(chapter => chapter.Name));

    [Theory]
    [InlineData("vti", "there is no chapter 'vti'. Did you mean 'vit'? Chapters: 00-start-here, 01-attention, 02-vit, 10-q-former.")]
    [InlineData("atention", "Did you mean 'attention'?")]
    [InlineData("99", "there is no chapter '99'. Chapters: ")]
    [InlineData("zzzzzzz", "there is no chapter 'zzzzzzz'. Chapters: ")]
    [InlineData("no/such/01-atention.ipynb", "there is no notebook no/such/01-atention.ipynb. Did you mean '01-attention'?")]
    public void An_unknown_name_lists_the_chapters_and_the_nearest(string typed, string message) =>
        Assert.Contains(message, Assert.Throws<CourseException>(() => Resolve(typed)).Message);

    [Fact]
    public void An_empty_course_says_so()
    {
        using var empty = new TestRepository();
        Assert.Contains("no notebooks", Assert.Throws<CourseException>(() => new ChapterCatalog(empty.Repository).Resolve([])).Message);
        Assert.Contains("There are no chapters", Assert.Throws<CourseException>(() => new ChapterCatalog(empty.Repository).Resolve(["vit"])).Message);
    }

    [Theory]
    [InlineData("vit", "vit", 0)]
    [InlineData("vti", "vit", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_edits_and_swaps(string a, string b, int expected) => Assert.Equal(expected, NearestName.Distance(a, b));

    public void Dispose() => _course.Dispose();

    private IReadOnlyList<Chapter> Resolve(params string[] names) => new ChapterCatalog(_course.Repository).Resolve(names);
}
