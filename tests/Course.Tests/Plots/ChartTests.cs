using System.Globalization;
using System.Xml.Linq;
using Course.Plots;
using Course.Plots.Svg;
using static TorchSharp.torch;

namespace Course.Tests.Plots;

public sealed class ChartTests
{
    [Fact]
    public void Tensors_draw_what_their_arrays_draw()
    {
        float[] xs = [1, 2, 3], ys = [3, 1, 2];
        using Tensor x = tensor(xs), y = tensor(ys), points = stack([x, y], 1), matrix = tensor(new float[,] { { 1, 2 }, { 3, 4 } });
        Assert.Equal(Plot.Line(ys, "a").AddLine(ys).ToSvg(), Plot.Line(y, "a").AddLine(y).ToSvg());
        Assert.Equal(Plot.Line(xs, ys).AddLine(xs, ys, errors: ys).ToSvg(), Plot.Line(x, y).AddLine(x, y, errors: y).ToSvg());
        Assert.Equal(Plot.Scatter(xs, ys).AddScatter(xs, ys).ToSvg(), Plot.Scatter(points).AddScatter(x, y).ToSvg());
        Assert.Equal(Plot.Bar(["a", "b", "c"], ys).AddBar(ys).ToSvg(), Plot.Bar(["a", "b", "c"], y).AddBar(y).ToSvg());
        Assert.Equal(Plot.Histogram(ys).AddHistogram(ys).ToSvg(), Plot.Histogram(y).AddHistogram(y).ToSvg());
        Assert.Equal(Plot.Heatmap(new float[,] { { 1, 2 }, { 3, 4 } }).ToSvg(), Plot.Heatmap(matrix).ToSvg());
        Assert.Equal(Plot.Heatmap(new[,] { { false, true }, { true, true } }).ToSvg(), Plot.Heatmap(matrix > 1).ToSvg());
        using Tensor pictures = ones(3, 1, 4, 4);
        Assert.Equal(3, XElement.Parse(Plot.Images(pictures).ToSvg()).Descendants().Count(element => element.Name.LocalName == "image"));
    }

    [Fact]
    public void Lists_of_unequal_length_are_refused()
    {
        Assert.Equal("3 x values and 2 y values; give one for each", Message(() => Plot.Line([1, 2, 3], [1.0, 2])));
        Assert.Equal("2 categories and 1 values; give one for each", Message(() => Plot.Bar(["a", "b"], [1])));
        Assert.Equal("2 points and 1 labels; give one for each", Message(() => Plot.Scatter([1, 2], [1, 2], labels: ["a"])));
        Assert.Equal("2 rows and 1 row names; give one for each", Message(() => Plot.Heatmap(new int[2, 2], rows: ["a"])));
        using Tensor three = zeros(2, 2, 2);
        Assert.Contains("not a tensor of shape (2, 2, 2)", Message(() => Plot.Heatmap(three)), StringComparison.Ordinal);
        Assert.Contains("from 2 to 1", Message(() => Plot.Line([1]).WithYRange(2, 1)), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Plot.Line([1]).AddBar([1]));
    }

    [Fact]
    public void A_chart_is_not_changed_by_its_methods()
    {
        Chart chart = Plot.Line([1, 2, 3]);
        string before = chart.ToSvg();
        chart.AddLine([4, 5]).WithTitle("other").WithLogY().WithSize(300, 200);
        Assert.Equal(before, chart.ToSvg());
    }

    [Theory]
    [InlineData("a < b & \"c\" > 'd'")]
    [InlineData("Größe 大きさ 📈")]
    [InlineData("control \u0001\u001f and half a pair \ud83d")]
    [InlineData("")]
    public void Any_text_gives_xml(string text)
    {
        Chart chart = Plot.Bar([text, text + text], [1, 2], name: text).WithTitle(text).WithAxes(text, text).AddHorizontalLine(1, text);
        Figure figure = Plot.Grid([chart]).WithTitle(text);
        Assert.NotNull(XElement.Parse(figure.ToSvg()));
        Assert.NotNull(System.Text.Json.Nodes.JsonNode.Parse(figure.ToPlotlyJson()));
    }

    [Fact]
    public void The_culture_changes_nothing()
    {
        string Draw() => string.Concat(
            Plot.Line([0.5, 1.25]).WithFormats(y: "0.0").ToSvg(),
            Plot.Bar([1.5], [2.5], valueFormat: "0.00").ToPlotlyJson(),
            Plot.Line([0.5]));
        string expected = Draw();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(expected, Draw());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Text_is_measured_shortened_and_wrapped()
    {
        Assert.True(TextMetrics.Width("MMM", 12) > TextMetrics.Width("iii", 12));
        string shorter = TextMetrics.Shorten("a rather long name", 12, 60);
        Assert.EndsWith("…", shorter, StringComparison.Ordinal);
        Assert.True(TextMetrics.Width(shorter, 12) <= 60);
        Assert.Equal(["one two", "three"], TextMetrics.Wrap("one two three", 12, TextMetrics.Width("one two t", 12), 2));
        Assert.Equal(2, TextMetrics.Wrap("one two three four five six", 12, 50, 2).Count);
    }

    [Fact]
    public void Saves_its_drawing()
    {
        string path = Path.GetTempFileName();
        Plot.Line([1, 2]).SaveSvg(path);
        Assert.Equal(Plot.Line([1, 2]).ToSvg(), File.ReadAllText(path));
        File.Delete(path);
    }

    private static string Message(Func<object> action) => Assert.ThrowsAny<Exception>(action).Message;
}
