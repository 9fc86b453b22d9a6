using System.Text.Json.Nodes;
using Course.Plots.Scales;
using Course.Plots.Svg;
using Course.Plots.Traces;

namespace Course.Plots.Plotly;

/// <summary>Writes a figure as Plotly's JSON: "data" (traces) and "layout". See https://plotly.com/javascript/reference.</summary>
internal static class PlotlyFigure
{
    private const double GapBetweenCells = 0.09;

    public static JsonObject Render(Figure figure)
    {
        IReadOnlyList<Chart> charts = figure is FigureGrid grid ? grid.Charts : [(Chart)figure];
        var data = new JsonArray();
        var layout = new JsonObject
        {
            ["width"] = figure.Width,
            ["height"] = figure.Height,
            ["paper_bgcolor"] = "#ffffff",
            ["plot_bgcolor"] = "#ffffff",
            ["font"] = new JsonObject { ["family"] = Fonts.Family, ["size"] = 12, ["color"] = Palette.Ink },
            ["margin"] = new JsonObject { ["l"] = 60, ["r"] = 30, ["t"] = figure.Title is null ? 30 : 60, ["b"] = 50 },
        };
        if (charts.Any(chart => chart.Traces.Any(trace => trace is BarTrace or HistogramTrace)))
            (layout["bargap"], layout["barmode"]) = (0.22, "group");
        if (figure.Title is not null) layout["title"] = new JsonObject { ["text"] = figure.Title, ["x"] = 0.02, ["xanchor"] = "left" };
        bool hasLegend = charts.Any(chart => chart.Traces.Any(trace => trace.Name is not null && trace is not HeatmapTrace));
        layout["showlegend"] = hasLegend;
        if (hasLegend)
            layout["legend"] = new JsonObject
            {
                ["orientation"] = "h", ["x"] = 0, ["y"] = 1.02, ["xanchor"] = "left", ["yanchor"] = "bottom",
            };

        var annotations = new JsonArray();
        var shapes = new JsonArray();
        var images = new JsonArray();
        for (int i = 0; i < charts.Count; i++)
        {
            PlotlyCell cell = figure is FigureGrid cells ? PlotlyCell.InGrid(i, cells.Columns, cells.Rows, GapBetweenCells)
                : PlotlyCell.Whole;
            layout["xaxis" + cell.Suffix] = AxisOf(charts[i], charts[i].X, cell, isX: true);
            layout["yaxis" + cell.Suffix] = AxisOf(charts[i], charts[i].Y, cell, isX: false);
            foreach (Trace trace in charts[i].Traces)
                switch (trace)
                {
                    case ReferenceLineTrace line:
                        AddReferenceLine(line, cell, shapes, annotations);
                        break;
                    case ImageTrace image:
                        AddImage(image, cell, images, data);
                        break;
                    default:
                        foreach (JsonObject each in PlotlyTraces.Of(trace, cell)) data.Add(each);
                        break;
                }

            if (figure is FigureGrid && charts[i].Title is { } title) annotations.Add(CellTitle(title, cell));
        }

        if (annotations.Count > 0) layout["annotations"] = annotations;
        if (shapes.Count > 0) layout["shapes"] = shapes;
        if (images.Count > 0) layout["images"] = images;
        return new JsonObject { ["data"] = data, ["layout"] = layout };
    }

    private static JsonObject AxisOf(Chart chart, Axis axis, PlotlyCell cell, bool isX)
    {
        var json = new JsonObject
        {
            ["domain"] = new JsonArray((isX ? cell.Left : cell.Bottom), (isX ? cell.Right : cell.Top)),
            ["anchor"] = (isX ? "y" : "x") + cell.Suffix,
            ["automargin"] = true,
        };
        if (chart.ShowAxes) (json["zeroline"], json["showline"], json["linecolor"]) = (false, true, Palette.AxisLine);
        else json["visible"] = false;
        if (chart.ShowAxes && !chart.Traces.Any(trace => trace is HeatmapTrace)) json["gridcolor"] = Palette.GridLine;
        if (axis.Label is not null) json["title"] = new JsonObject { ["text"] = axis.Label };
        if (axis.IsLog) json["type"] = "log";
        if (chart.Traces.Any(trace => trace is HeatmapTrace)) json["showgrid"] = false;
        AddTicks(json, axis);
        AddRange(json, chart, axis, isX);

        bool isSquare = chart.EqualScales || chart.Traces.Any(trace => trace is HeatmapTrace { SquareCells: true });
        if (isSquare && !isX)
        {
            json["scaleanchor"] = "x" + cell.Suffix;
            json["constrain"] = "domain";
        }
        else if (isSquare)
        {
            json["constrain"] = "domain";
        }

        return json;
    }

    private static void AddTicks(JsonObject json, Axis axis)
    {
        if (axis.Ticks is { } ticks)
        {
            json["tickvals"] = PlotlyTraces.Numbers(ticks.Select(tick => tick.Value));
            json["ticktext"] = PlotlyTraces.Texts(ticks.Select(tick => tick.Label));
            if (ticks.IsEmpty) json["showticklabels"] = false;
        }
        else if (!axis.Categories.IsEmpty)
        {
            json["tickvals"] = PlotlyTraces.Numbers(Enumerable.Range(0, axis.Categories.Length).Select(i => (double)i));
            json["ticktext"] = PlotlyTraces.Texts(axis.Categories);
        }
        else if (axis.Format is { } format && format.Contains('%'))
        {
            int point = format.IndexOf('.');
            json["tickformat"] = $".{(point < 0 ? 0 : format[point..].Count(c => c is '0' or '#'))}%";
        }
    }

    private static void AddRange(JsonObject json, Chart chart, Axis axis, bool isX)
    {
        ImageTrace? image = chart.Traces.OfType<ImageTrace>().FirstOrDefault();
        if (image is not null)
            json["range"] = isX ? new JsonArray(0, image.Picture.Width) : new JsonArray(image.Picture.Height, 0);
        else if (axis.Min is not null || axis.Max is not null)
        {
            JsonArray range = [End(axis.Min), End(axis.Max)];
            if (axis.IsReversed) range = [End(axis.Max), End(axis.Min)];
            json["range"] = range;
        }
        else if (axis.IsReversed)
            json["autorange"] = "reversed";

        JsonNode? End(double? value) => value is not { } end ? null : axis.IsLog ? (end > 0 ? Math.Log10(end) : null) : end;
    }

    private static void AddReferenceLine(ReferenceLineTrace line, PlotlyCell cell, JsonArray shapes, JsonArray annotations)
    {
        string x = "x" + cell.Suffix, y = "y" + cell.Suffix;
        shapes.Add(new JsonObject
        {
            ["type"] = "line",
            ["xref"] = line.IsHorizontal ? x + " domain" : x,
            ["yref"] = line.IsHorizontal ? y : y + " domain",
            ["x0"] = line.IsHorizontal ? 0 : line.Value,
            ["x1"] = line.IsHorizontal ? 1 : line.Value,
            ["y0"] = line.IsHorizontal ? line.Value : 0,
            ["y1"] = line.IsHorizontal ? line.Value : 1,
            ["line"] = new JsonObject { ["color"] = line.Color, ["width"] = 1.3, ["dash"] = "dash" },
        });
        if (line.Label is null) return;
        annotations.Add(new JsonObject
        {
            ["text"] = Escape(line.Label),
            ["showarrow"] = false,
            ["xref"] = line.IsHorizontal ? x + " domain" : x,
            ["yref"] = line.IsHorizontal ? y : y + " domain",
            ["x"] = line.IsHorizontal ? 1 : line.Value,
            ["y"] = line.IsHorizontal ? line.Value : 1,
            ["xanchor"] = line.IsHorizontal ? "right" : "left",
            ["yanchor"] = line.IsHorizontal ? "bottom" : "top",
            ["font"] = new JsonObject { ["color"] = line.Color },
        });
    }

    private static void AddImage(ImageTrace image, PlotlyCell cell, JsonArray images, JsonArray data)
    {
        images.Add(new JsonObject
        {
            ["source"] = image.DataUri,
            ["xref"] = "x" + cell.Suffix,
            ["yref"] = "y" + cell.Suffix,
            ["x"] = 0,
            ["y"] = 0,
            ["sizex"] = image.Picture.Width,
            ["sizey"] = image.Picture.Height,
            ["sizing"] = "stretch",
            ["layer"] = "below",
        });
        // Plotly draws no axes without a trace on them: the picture's corners, invisible, or its frame.
        int width = image.Picture.Width, height = image.Picture.Height;
        data.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["x"] = new JsonArray(0, width, width, 0, 0),
            ["y"] = new JsonArray(0, 0, height, height, 0),
            ["line"] = new JsonObject { ["color"] = image.FrameColor ?? "rgba(0,0,0,0)", ["width"] = 3 },
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
            ["xaxis"] = "x" + cell.Suffix,
            ["yaxis"] = "y" + cell.Suffix,
        });
    }

    private static JsonObject CellTitle(string title, PlotlyCell cell) => new()
    {
        ["text"] = Escape(title),
        ["showarrow"] = false,
        ["xref"] = "paper",
        ["yref"] = "paper",
        ["x"] = (cell.Left + cell.Right) / 2,
        ["y"] = cell.Top,
        ["xanchor"] = "center",
        ["yanchor"] = "bottom",
    };

    /// <summary>Plotly reads a few HTML tags in texts; a reader's "&lt;" is meant as it stands.</summary>
    internal static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
