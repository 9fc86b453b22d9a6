using System.Text.Json;
using Course.Plots;
using Course.Vision;

namespace Course.Tests.Display;

/// <summary>What .NET Interactive finds by name on a type: an attribute TypeFormatterSourceAttribute and the class it names.</summary>
public sealed class FormatterTests
{
    [Fact]
    public void A_chart_shows_as_plotly_svg_and_text()
    {
        Chart chart = Plot.Line([1, 2, 3], name: "x");
        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], PreferredMimeTypes(chart));
        Assert.True(JsonDocument.Parse(Format(chart, "application/vnd.plotly.v1+json")).RootElement.TryGetProperty("data", out _));
        Assert.StartsWith("<svg", Format(chart, "image/svg+xml"), StringComparison.Ordinal);
        Assert.Equal("Chart\n  x: 3 points, 1, 2, 3", Format(chart, "text/plain"));
        Assert.Equal(PreferredMimeTypes(chart), PreferredMimeTypes(Plot.Grid([chart])));
        Assert.StartsWith("<svg", Format(Plot.Grid([chart]), "image/svg+xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_shows_as_png_enlarged_by_a_whole_factor()
    {
        var picture = new Picture(28, 28, 1, new byte[784]);
        Assert.Equal(["image/png", "text/plain"], PreferredMimeTypes(picture));
        Picture shown = Picture.FromPng(Convert.FromBase64String(Format(picture, "image/png")));
        Assert.Equal((224, 224), (shown.Width, shown.Height));
        Assert.Equal("Picture 28 x 28, grey", Format(picture, "text/plain"));
    }

    private static string[] PreferredMimeTypes(object value)
    {
        object attribute = Attribute(value);
        return (string[])attribute.GetType().GetProperty("PreferredMimeTypes")!.GetValue(attribute)!;
    }

    /// <summary>Formats by reflection alone, as .NET Interactive does.</summary>
    private static string Format(object value, string mimeType)
    {
        object attribute = Attribute(value);
        var sourceType = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        object source = Activator.CreateInstance(sourceType, nonPublic: true)!;
        var formatters = (IEnumerable<object>)sourceType.GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        object formatter = formatters.Single(each => (string)each.GetType().GetProperty("MimeType")!.GetValue(each)! == mimeType);
        using var writer = new StringWriter();
        Assert.True((bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [value, writer])!);
        return writer.ToString();
    }

    private static object Attribute(object value) =>
        Assert.Single(value.GetType().GetCustomAttributes(false), attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
}
