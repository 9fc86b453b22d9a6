using Cli;
using Cli.Repository;
using Notebooks.Documents;
using Site.Chapters;

namespace Site.Tests;

/// <summary>The site of the whole course, from the outputs stored in its notebooks.</summary>
public sealed class CourseSiteTests : IClassFixture<CourseSiteTests.ExportedSite>
{
    private readonly ExportedSite _site;

    public CourseSiteTests(ExportedSite site) => _site = site;

    public static TheoryData<string> Pages =>
        [.. new ChapterCatalog(ExportedSite.Repository).Chapters.Select(chapter => chapter.Name + ".html").Append("index.html")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_element_is_closed_in_its_place(string page) => Assert.Empty(_site.Page(page).Problems);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_and_picture_leads_somewhere(string page)
    {
        var lost = _site.Page(page).Elements
            .SelectMany(element => new[] { element["href"], element["src"] })
            .OfType<string>()
            .Where(address => !address.StartsWith("https://", StringComparison.Ordinal) && !_site.Has(page, address));
        Assert.Empty(lost);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_picture_has_words(string page) => Assert.All(
        _site.Page(page).Elements.Where(element => element.Name == "img"),
        image => Assert.True(image["alt"] is { Length: > 3 }, $"{image["src"]} of {page} has no words"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_needs_no_script_and_asks_for_no_style_or_handler_of_its_own(string page)
    {
        var elements = _site.Page(page).Elements;
        Assert.DoesNotContain(
            elements.SelectMany(element => element.Attributes.Keys),
            key => key == "style" || key.StartsWith("on", StringComparison.Ordinal));
        Assert.All(
            elements.Where(element => element.Name == "script"),
            script => Assert.True(script["src"] == "site.js" || script["type"] == "application/json"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_mark_of_Markdown_or_LaTeX_is_left_in_the_text(string page)
    {
        var text = _site.Page(page).Text;
        string[] marks = ["**", "$$", "](", "```", "\\frac", "\\mathrm", "<details"];
        Assert.All(marks, mark => Assert.DoesNotContain(mark, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_front_door_shows_every_chapter_with_a_picture_where_it_has_one()
    {
        var index = _site.Page("index.html");
        var chapters = new ChapterCatalog(ExportedSite.Repository).Chapters;
        Assert.Superset(
            chapters.Select(chapter => chapter.Name + ".html").ToHashSet(),
            index.Elements.Select(element => element["href"]).OfType<string>().ToHashSet());
        Assert.Equal(
            chapters.Where(chapter => StoredPicture.In(NotebookDocument.Load(chapter.Path)).Any()).Select(chapter => chapter.Name),
            index.Elements.Where(element => element.Name == "img").Select(image => image["src"]!.Split('/')[0]));
    }

    /// <summary>The site, written once by the command.</summary>
    public sealed class ExportedSite : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("course-site-").FullName;
        private readonly Dictionary<string, HtmlPage> _pages = [];

        public static CourseRepository Repository { get; } = CourseRepository.Find(AppContext.BaseDirectory);

        public async Task InitializeAsync()
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            var course = new CourseApp(new CourseContext(Repository, output, error));
            var code = await course.InvokeAsync(["run", "--html", _folder, "--stored"]);
            Assert.True(code == 0, error.ToString());
            foreach (var path in Directory.GetFiles(_folder, "*.html"))
            {
                _pages[Path.GetFileName(path)] = new HtmlPage(await File.ReadAllTextAsync(path));
            }
        }

        public Task DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return Task.CompletedTask;
        }

        internal HtmlPage Page(string name) => _pages[name];

        /// <summary>True when the address on the page leads to a file of the site and, behind #, to an element in it.</summary>
        internal bool Has(string page, string address)
        {
            var parts = address.Split('#', 2);
            var target = parts[0].Length == 0 ? page : parts[0];
            return File.Exists(Path.Combine(_folder, target))
                && (parts.Length == 1 || _pages[target].Elements.Any(element => element["id"] == parts[1]));
        }
    }
}
