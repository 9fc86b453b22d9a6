using Site.Chapters;
using Site.Outputs;

namespace Site.Pages;

/// <summary>The front door: every chapter with one picture, what it builds and shows, and what it needs.</summary>
internal static class IndexPage
{
    public static string Html(IReadOnlyList<ChapterCard> cards) => PageTemplate.Page(PageTemplate.CourseTitle, "index", $"""
        <main id="content">
        <h1>{PageTemplate.CourseTitle}</h1>
        <p class="lead">A course in notebooks. You build the models that connect pictures, text, video and sound, from attention upwards,
        in C#, on real data, and see at each step that they do what the papers say.</p>
        <p>Every page is a notebook as it ran: the code, what it showed, and the claims it checked, each with a tick. To run the cells
        yourself, you need a clone of the repository and the .NET SDK, and nothing else.</p>
        <ol class="cards">
        {string.Join('\n', cards.Select(Card))}
        </ol>
        </main>
        """);

    private static string Card(ChapterCard card)
    {
        var picture = card.Picture is { } shown
            ? $"<a class=\"picture\" href=\"{card.Facts.Name}.html\" tabindex=\"-1\"><img src=\"{shown.Address}\" "
                + $"width=\"{shown.Width}\" height=\"{shown.Height}\" alt=\"{Site.Html.Escape(shown.Words)}\" loading=\"lazy\"></a>\n"
            : "";
        var needs = card.Needs.Count == 0 ? "nothing before" : string.Join(", ", card.Needs.Select(need =>
            $"<a href=\"{need.Name}.html\">{Site.Html.Escape(need.Title)}</a>"));
        return $"""
            <li>
            {picture}<h2><a href="{card.Facts.Name}.html">{Site.Html.Escape(card.Facts.Title)}</a></h2>
            <p>{card.BuildsHtml}</p>
            <p>{card.ShowsHtml}</p>
            <dl>
            <dt>builds on</dt><dd>{needs}</dd>
            <dt>data</dt><dd>{(card.DataSets.Count == 0 ? "none" : Site.Html.Escape(string.Join(", ", card.DataSets)))}</dd>
            <dt>time</dt><dd>about {ChapterTime.Of(card.Facts.Minutes)}, {Exercises(card.Facts.Exercises.Count)}</dd>
            </dl>
            </li>
            """;
    }

    private static string Exercises(int count) => count == 1 ? "1 exercise" : $"{count} exercises";
}
