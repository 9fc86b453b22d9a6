using System.Text;
using System.Text.Json.Nodes;

namespace Site.Outputs;

/// <summary>What a cell shows, as HTML: charts and pictures as files, tables, players, console text, errors.</summary>
internal sealed class CellOutputHtml(ChapterMedia media)
{
    private readonly HtmlOutput _html = new(media);

    /// <summary>The outputs of one cell.</summary>
    /// <param name="outputs">nbformat's list.</param>
    /// <param name="section">The heading above, for pictures that have no words of their own.</param>
    public string Html(JsonArray outputs, string section)
    {
        var html = new StringBuilder();
        foreach (var output in outputs)
        {
            html.Append(output!["output_type"]!.ToString() switch
            {
                "stream" => StreamText.Html(NotebookText.Of(output["text"]), output["name"]?.ToString() == "stderr"),
                "error" => StreamText.Html($"{output["ename"]}: {output["evalue"]}", isError: true),
                _ => Bundle(output["data"]!.AsObject(), section),
            });
        }

        return html.ToString();
    }

    private string Bundle(JsonObject data, string section)
    {
        var plain = NotebookText.Of(data["text/plain"]);
        if (data["image/svg+xml"] is { } svg)
        {
            return Chart(NotebookText.Of(svg), data["application/vnd.plotly.v1+json"], AltText.Of(section, plain));
        }

        if (data["image/png"] is { } png)
        {
            var bytes = Convert.FromBase64String(NotebookText.Of(png));
            return Figure(media.Add(bytes, "png"), ImageSize.OfPng(bytes), AltText.Of(section, plain), "");
        }

        return data["text/html"] is { } html ? _html.Html(NotebookText.Of(html))
            : data["text/markdown"] is { } markdown ? StreamText.Html(NotebookText.Of(markdown), isError: false)
            : StreamText.Html(plain, isError: false);
    }

    private string Chart(string svg, JsonNode? plotly, string alt)
    {
        var readout = PlotReadout.Json(svg, plotly) is { } points
            ? $"<script type=\"application/json\">{points.Replace("<", "\\u003C", StringComparison.Ordinal)}</script>"
            : "";
        return Figure(media.Add(Encoding.UTF8.GetBytes(svg), "svg"), ImageSize.OfSvg(svg), alt, readout);
    }

    private static string Figure(string address, (int Width, int Height) size, string alt, string readout) =>
        $"<figure><img src=\"{address}\" width=\"{size.Width}\" height=\"{size.Height}\" alt=\"{Site.Html.Escape(alt)}\" loading=\"lazy\">"
        + $"{readout}</figure>\n";
}
