using System.Text.Json.Nodes;
using Site.Outputs;

namespace Site.Tests.Outputs;

public sealed class CellOutputTests
{
    private const string OnePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

    private readonly SiteFiles _files = new();

    [Fact]
    public void Ticks_and_figures_of_console_text_are_set_off()
    {
        var html = Show("""[{"output_type": "stream", "name": "stdout", "text": ["✓ it <holds>\n", "▪ a: 1\n", "plain\n"]}]""");
        Assert.Equal(
            "<pre class=\"output\" tabindex=\"0\"><span class=\"tick\">✓ it &lt;holds&gt;</span>\n"
            + "<span class=\"figure\">▪ a: 1</span>\nplain</pre>\n",
            html);
    }

    [Fact]
    public void An_error_shows_its_name_and_message()
    {
        var html = Show("""[{"output_type": "error", "ename": "BadException", "evalue": "shapes <2>", "traceback": []}]""");
        Assert.Equal("<pre class=\"error\" tabindex=\"0\">BadException: shapes &lt;2&gt;</pre>\n", html);
    }

    [Fact]
    public void A_picture_becomes_a_file_with_its_size_and_words()
    {
        var html = Show($$"""[{"output_type": "display_data", "data": {"image/png": "{{OnePixel}}", "text/plain": "Picture 1 x 1"} }]""");
        Assert.Contains("<img src=\"x/001.png\" width=\"1\" height=\"1\" alt=\"Section: Picture 1 x 1\"", html, StringComparison.Ordinal);
        Assert.Equal(Convert.FromBase64String(OnePixel), _files.All["x/001.png"]);
    }

    [Fact]
    public void A_player_holds_no_content_within_addresses_and_no_style()
    {
        var html = ShowHtml($"""<figure style="margin: 0"><img alt="a wave" src="data:image/png;base64,{OnePixel}">"""
            + """<audio controls style="width: 1%" src="data:audio/wav;base64,AAAA"></audio><figcaption>Sound</figcaption></figure>""");
        Assert.Equal(
            "<figure><img alt=\"a wave\" src=\"x/001.png\"><audio controls src=\"x/002.wav\" preload=\"metadata\"></audio>"
            + "<figcaption>Sound</figcaption></figure>\n",
            html);
        Assert.Equal(2, _files.All.Count);
    }

    [Theory]
    [InlineData(
        "<table><tr><td style=\"text-align: right\">1</td></tr></table>",
        "<div class=\"wide\"><table><tr><td class=\"number\">1</td></tr></table></div>\n")]
    [InlineData("<p onclick=\"x()\">a</p><script>b</script><style>c</style><!-- d -->", "<p>a</p>\n")]
    [InlineData("<blink>a</blink> 1 &lt; 2", "a 1 &lt; 2\n")]
    public void Only_known_elements_and_attributes_are_taken(string html, string expected) => Assert.Equal(expected, ShowHtml(html));

    [Fact]
    public void An_address_outside_the_notebook_is_an_error()
    {
        var problem = Assert.Throws<SiteException>(() => ShowHtml("<img src=\"a.png\">"));
        Assert.Contains("only data: addresses", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_a_picture_end_at_a_line()
    {
        var words = AltText.Of("1.2 Maps", "Title\n  a: 1,   2\n  a: 1, 2\n" + new string('x', 400));
        Assert.Equal("1.2 Maps: Title; a: 1, 2", words);
    }

    [Fact]
    public void A_chart_tells_the_numbers_of_its_points()
    {
        const string svg = """
            <svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">
            <g class="line"><path d="M1 2L3.5 4"/><g class="error"><path d="M1 1V3M0 1H2"/></g></g>
            <g class="bar"><rect x="10" y="5" width="4" height="9"/></g></svg>
            """;
        const string figure = """
            {"data": [{"type": "scatter", "name": "loss", "x": [0, 1], "y": [0.5, 0.25]}, {"type": "bar", "x": ["a"], "y": [7]}]}
            """;
        Assert.Equal("""[[1,2,"loss: 0, 0.5"],[3.5,4,"loss: 1, 0.25"],[12,5,"7"]]""", PlotReadout.Json(svg, JsonNode.Parse(figure)));
    }

    [Fact]
    public void A_chart_whose_numbers_do_not_fit_its_points_tells_none()
    {
        const string svg = """<svg><g class="line"><path d="M1 2L3 4"/></g></svg>""";
        Assert.Null(PlotReadout.Json(svg, JsonNode.Parse("""{"data": [{"x": [0], "y": [1]}]}""")));
        Assert.Null(PlotReadout.Json(svg, JsonNode.Parse("""{"data": []}""")));
        Assert.Null(PlotReadout.Json(svg, null));
    }

    private string ShowHtml(string html)
    {
        var data = new JsonObject { ["text/html"] = html };
        return Show(new JsonArray(new JsonObject { ["output_type"] = "display_data", ["data"] = data }).ToJsonString());
    }

    private string Show(string outputs) =>
        new CellOutputHtml(new ChapterMedia(_files, "x")).Html(JsonNode.Parse(outputs)!.AsArray(), "Section");
}
