using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Site.Outputs;

/// <summary>
/// Joins the points of a drawn chart with the numbers that it was drawn from, so that a page can tell the numbers under the mouse.
/// The drawing has the places, the stored Plotly figure the numbers; they belong together trace by trace and point by point.
/// </summary>
internal static class PlotReadout
{
    private const int MostPoints = 2000;

    private static readonly string[] TraceClasses = ["line", "scatter", "bar"];

    /// <summary>The points as JSON, each [x, y, text] in the drawing's pixels; null when they cannot be joined.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="plotly">The figure with "data".</param>
    public static string? Json(string svg, JsonNode? plotly)
    {
        if (plotly?["data"] is not JsonArray data)
        {
            return null;
        }

        var drawn = XDocument.Parse(svg).Descendants()
            .Where(element => element.Name.LocalName == "g" && TraceClasses.Contains((string?)element.Attribute("class")))
            .ToList();
        if (drawn.Count == 0 || drawn.Count != data.Count)
        {
            return null;
        }

        var points = new JsonArray();
        for (var i = 0; i < drawn.Count; i++)
        {
            AddTrace(points, drawn[i], data[i]!);
        }

        return points.Count is > 0 and <= MostPoints ? points.ToJsonString() : null;
    }

    private static void AddTrace(JsonArray points, XElement drawn, JsonNode trace)
    {
        var places = Places(drawn);
        var (xs, ys) = (trace["x"] as JsonArray, trace["y"] as JsonArray);
        if (xs is null || ys is null || xs.Count != places.Count || ys.Count != places.Count)
        {
            return;
        }

        var name = trace["name"]?.ToString() is { Length: > 0 } given ? given + ": " : "";
        var isBar = (string?)drawn.Attribute("class") == "bar";
        for (var i = 0; i < places.Count; i++)
        {
            var value = isBar && trace["orientation"]?.ToString() == "h" ? xs[i] : ys[i];
            var text = isBar ? $"{name}{value}" : $"{name}{xs[i]}, {ys[i]}";
            points.Add(new JsonArray(places[i].X, places[i].Y, text));
        }
    }

    private static List<(double X, double Y)> Places(XElement trace)
    {
        // Error bars are paths too, with strokes along one axis.
        var paths = Shapes(trace, "path").Select(path => (string?)path.Attribute("d") ?? "").Where(path => !path.Contains('H')).ToList();
        if (paths.Count > 0)
        {
            return [.. paths.SelectMany(Corners)];
        }

        return (string?)trace.Attribute("class") == "bar"
            ? [.. Shapes(trace, "rect").Select(bar => (Number(bar, "x") + (Number(bar, "width") / 2), Number(bar, "y")))]
            : [.. Shapes(trace, "circle").Select(point => (Number(point, "cx"), Number(point, "cy")))];
    }

    private static IEnumerable<XElement> Shapes(XElement trace, string name) =>
        trace.Descendants().Where(element => element.Name.LocalName == name);

    /// <summary>The corners of "M x y L x y ...".</summary>
    private static IEnumerable<(double X, double Y)> Corners(string path) => path
        .Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(corner => corner.Split(' '))
        .Where(pair => pair.Length == 2)
        .Select(pair => (double.Parse(pair[0], CultureInfo.InvariantCulture), double.Parse(pair[1], CultureInfo.InvariantCulture)));

    private static double Number(XElement shape, string attribute) =>
        double.TryParse((string?)shape.Attribute(attribute), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
