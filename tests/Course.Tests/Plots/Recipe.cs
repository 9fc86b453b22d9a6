using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Course.Plots;
using Course.Tests.Support;
using Course.Vision;

namespace Course.Tests.Plots;

/// <summary>One figure of the cookbook. Its SVG is compared with the approved drawing in tests/fixtures/plots.</summary>
public abstract class Recipe
{
    private static readonly XNamespace SvgNamespace = "http://www.w3.org/2000/svg";

    /// <summary>The figure: the code a reader would write.</summary>
    protected abstract Figure Draw();

    [Fact]
    public void Matches_the_approved_drawing() =>
        Approved.Equal(Repository.Fixture("plots", GetType().Name + ".svg"), Draw().ToSvg(), PixelsForPng);

    [Fact]
    public void Stays_inside_its_borders()
    {
        Figure figure = Draw();
        foreach (XElement text in Svg.Descendants(SvgNamespace + "text").Where(text => text.Attribute("transform") is null))
        {
            double x = (double)text.Attribute("x")!, y = (double)text.Attribute("y")!;
            Assert.InRange(x, 0, figure.Width);
            Assert.InRange(y, 0, figure.Height);
        }

        Assert.DoesNotContain(Svg.DescendantsAndSelf().Attributes(),
            attribute => attribute.Value.Contains("NaN", StringComparison.Ordinal));
        Assert.DoesNotContain("script", figure.ToSvg(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Plotly_has_an_axis_for_each_trace()
    {
        JsonObject layout = Plotly["layout"]!.AsObject();
        foreach (JsonNode? trace in Traces)
        {
            Assert.True(layout.ContainsKey("xaxis" + trace!["xaxis"]!.GetValue<string>()[1..]));
            Assert.True(layout.ContainsKey("yaxis" + trace["yaxis"]!.GetValue<string>()[1..]));
        }
    }

    private protected XElement Svg => XElement.Parse(Draw().ToSvg());

    private protected JsonNode Plotly => JsonNode.Parse(Draw().ToPlotlyJson())!;

    private protected JsonArray Traces => Plotly["data"]!.AsArray();

    /// <summary>The elements named <paramref name="tag"/> within groups of class <paramref name="group"/>.</summary>
    private protected IReadOnlyList<XElement> Marks(string group, string tag) =>
        Svg.Descendants(SvgNamespace + "g").Where(g => (string?)g.Attribute("class") == group)
            .SelectMany(g => g.Descendants(SvgNamespace + tag)).ToArray();

    /// <summary>The texts within groups of class <paramref name="group"/>, for example "x-ticks" or "legend".</summary>
    private protected IReadOnlyList<string> Texts(string group) => Marks(group, "text").Select(text => text.Value).ToArray();

    private protected IReadOnlyList<string?> TraceTypes => Traces.Select(trace => trace!["type"]!.GetValue<string>()).ToArray();

    /// <summary>Replaces embedded pictures by their pixels' hash: the compressed bytes differ between processors.</summary>
    private static string PixelsForPng(string svg) => Regex.Replace(svg, "data:image/png;base64,([^\"]*)", match =>
    {
        Picture picture = Picture.FromPng(Convert.FromBase64String(match.Groups[1].Value));
        return $"{picture} {Convert.ToHexString(SHA256.HashData(picture.Pixels))}";
    });

    /// <summary>A number sequence that is the same on every machine, for pictures that look like data.</summary>
    private protected static double[] Noise(int count, int seed)
    {
        var values = new double[count];
        uint state = (uint)seed * 2654435761 + 12345;
        for (int i = 0; i < count; i++)
        {
            double sum = 0;
            for (int k = 0; k < 6; k++)
            {
                state = (state * 1664525) + 1013904223;
                sum += state / 4294967296.0;
            }

            values[i] = (sum - 3) * Math.Sqrt(2);
        }

        return values;
    }
}
