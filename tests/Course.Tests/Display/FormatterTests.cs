using System.Text.Json;
using Course.Audio;
using Course.Data;
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

    [Fact]
    public void A_clip_shows_as_a_player_below_its_waveform_without_script()
    {
        var clip = new Sound([.. Enumerable.Range(0, 8000).Select(t => MathF.Sin(t * 0.8f) * t / 8000)], 1, 8000);
        Assert.Equal(["text/html", "text/plain"], PreferredMimeTypes(clip));
        string html = Format(clip, "text/html");
        Sound held = Sound.FromWav(Held(html, "<audio controls[^>]* src=\"data:audio/wav;base64,"));
        Assert.Equal((1, 8000, 8000), (held.Channels, held.Rate, held.Length));
        Picture wave = Picture.FromPng(Held(html, "<img [^>]*src=\"data:image/png;base64,"));
        Assert.Equal(Rgb.White, wave[2, 5]);
        Assert.NotEqual(Rgb.White, wave[wave.Width - 10, wave.Height / 4]);
        Assert.DoesNotContain("script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Sound 1.00 s, mono, 8000 Hz", Format(clip, "text/plain"));
    }

    [Fact]
    public void A_long_clip_plays_its_first_minute_and_says_so()
    {
        string html = Format(new Sound(new float[61 * 1000], 1, 1000), "text/html");
        Assert.Equal(60_000, Sound.FromWav(Held(html, "base64,(?=UklG)")).Length);
        Assert.Contains("Sound 61.00 s, mono, 1000 Hz, the first 60 s", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_animation_shows_as_an_animated_png_enlarged_by_a_whole_factor()
    {
        var animation = new Animation([new Picture(28, 20, Rgb.Right), new Picture(28, 20, Rgb.Wrong)]);
        Assert.Equal(["image/png", "text/plain"], PreferredMimeTypes(animation));
        byte[] png = Convert.FromBase64String(Format(animation, "image/png"));
        Assert.True(png.AsSpan().IndexOf("acTL"u8) > 0);
        Picture first = Picture.FromPng(png);
        Assert.Equal((224, 160, Rgb.Right), (first.Width, first.Height, first[5, 5]));
        Assert.Equal("Animation 2 frames of 28 x 20, 10 a second", Format(animation, "text/plain"));
    }

    [Fact]
    public void A_table_shows_as_html_with_pictures_and_escaped_texts()
    {
        Table table = Table.Of([new { Name = "<b>&", Share = 0.25, Image = new Picture(2, 2, Rgb.Right) }], rows: 1);
        Assert.Equal(["text/html", "text/plain"], PreferredMimeTypes(table));
        string html = Format(table, "text/html");
        Assert.Contains("<th style=\"text-align: right\">Share</th>", html, StringComparison.Ordinal);
        Assert.Contains("<td style=\"text-align: left\">&lt;b&gt;&amp;</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td style=\"text-align: right\">0.25</td>", html, StringComparison.Ordinal);
        Assert.Equal(Rgb.Right, Picture.FromPng(Held(html, "<img [^>]*src=\"data:image/png;base64,"))[1, 1]);
        Assert.Equal("Name  Share  Image\n<b>&   0.25  Picture 2 x 2, RGB", Format(table, "text/plain"));
    }

    private static byte[] Held(string html, string before) => Convert.FromBase64String(
        System.Text.RegularExpressions.Regex.Match(html, before + "(?<data>[^\"]*)").Groups["data"].Value);

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
