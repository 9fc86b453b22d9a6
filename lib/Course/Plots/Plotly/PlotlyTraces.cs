using System.Text.Json.Nodes;
using Course.Plots.Scales;
using Course.Plots.Svg;
using Course.Plots.Traces;

namespace Course.Plots.Plotly;

/// <summary>Writes traces as entries of Plotly's "data".</summary>
internal static class PlotlyTraces
{
    private static readonly string[] Symbols = ["circle", "square", "diamond", "triangle-up"];

    public static IEnumerable<JsonObject> Of(Trace trace, PlotlyCell cell) => trace switch
    {
        LineTrace line => [Line(line, cell)],
        BandTrace band => Band(band, cell),
        ScatterTrace scatter => [Scatter(scatter, cell)],
        BarTrace bar => [Bar(bar, cell)],
        HistogramTrace histogram => [Histogram(histogram, cell)],
        HeatmapTrace heatmap => [Heatmap(heatmap, cell)],
        _ => throw new NotSupportedException($"no Plotly trace for {trace.GetType().Name}"),
    };

    /// <summary>Seven digits, and null for what is not a finite number, which Plotly draws as a gap.</summary>
    public static JsonArray Numbers(IEnumerable<double> values) =>
        new([.. values.Select(value => double.IsFinite(value) ? JsonValue.Create(NumberText.Rounded(value, 7)) : null)]);

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(PlotlyFigure.Escape(text)))]);

    private static JsonObject Line(LineTrace line, PlotlyCell cell)
    {
        JsonObject json = Begin("scatter", line, cell);
        json["mode"] = line.Style == LineStyle.None ? "markers" : line.Markers ? "lines+markers" : "lines";
        json["x"] = Numbers(line.X);
        json["y"] = Numbers(line.Y);
        json["line"] = new JsonObject
        {
            ["color"] = line.Color, ["width"] = LineDrawing.StrokeWidth,
            ["dash"] = line.Style switch { LineStyle.Dashed => "dash", LineStyle.Dotted => "dot", _ => "solid" },
        };
        if (!line.Errors.IsEmpty) json["error_y"] = Errors(line.Errors);
        return json;
    }

    /// <summary>Two lines, the second one filled down to the first.</summary>
    private static IEnumerable<JsonObject> Band(BandTrace band, PlotlyCell cell)
    {
        foreach (bool isUpper in new[] { false, true })
        {
            JsonObject json = Begin("scatter", band, cell);
            json["mode"] = "lines";
            json["x"] = Numbers(band.X);
            json["y"] = Numbers(isUpper ? band.High : band.Low);
            json["line"] = new JsonObject { ["color"] = band.Color, ["width"] = 0 };
            json["hoverinfo"] = "skip";
            if (isUpper)
            {
                json["fill"] = "tonexty";
                json["fillcolor"] = Translucent(band.Color);
            }
            else
                json["showlegend"] = false;
            yield return json;
        }
    }

    private static JsonObject Scatter(ScatterTrace scatter, PlotlyCell cell)
    {
        JsonObject json = Begin("scatter", scatter, cell);
        json["mode"] = scatter.Labels.IsEmpty ? "markers" : "markers+text";
        json["x"] = Numbers(scatter.X);
        json["y"] = Numbers(scatter.Y);
        json["marker"] = new JsonObject
        {
            ["color"] = scatter.Color, ["size"] = scatter.Size, ["opacity"] = 0.8, ["symbol"] = Symbols[scatter.Shape % Symbols.Length],
        };
        if (!scatter.Labels.IsEmpty)
        {
            json["text"] = Texts(scatter.Labels);
            json["textposition"] = "middle right";
        }

        if (!scatter.Errors.IsEmpty) json["error_y"] = Errors(scatter.Errors);
        return json;
    }

    private static JsonObject Bar(BarTrace bar, PlotlyCell cell)
    {
        JsonObject json = Begin("bar", bar, cell);
        JsonArray places = Numbers(Enumerable.Range(0, bar.Values.Length).Select(i => (double)i));
        json["orientation"] = bar.IsHorizontal ? "h" : "v";
        json["x"] = bar.IsHorizontal ? Numbers(bar.Values) : places;
        json["y"] = bar.IsHorizontal ? places : Numbers(bar.Values);
        json["marker"] = new JsonObject { ["color"] = bar.Color };
        if (!bar.Errors.IsEmpty) json[bar.IsHorizontal ? "error_x" : "error_y"] = Errors(bar.Errors);
        if (bar.ValueFormat is not null)
        {
            json["text"] = Texts(bar.Values.Select(value => Ticks.Label(value, bar.ValueFormat)));
            json["textposition"] = "outside";
        }

        return json;
    }

    /// <summary>Counted here, as bars of the bins' width, so that both renderings show the same bins.</summary>
    private static JsonObject Histogram(HistogramTrace histogram, PlotlyCell cell)
    {
        JsonObject json = Begin("bar", histogram, cell);
        json["x"] = Numbers(histogram.Heights.Select((_, i) => (histogram.Edges[i] + histogram.Edges[i + 1]) / 2));
        json["y"] = Numbers(histogram.Heights);
        if (!histogram.Edges.IsEmpty)
        {
            double width = histogram.Edges[1] - histogram.Edges[0];
            json["width"] = NumberText.Rounded(width, 7);
            // Without it Plotly would put the bars of two histograms side by side.
            json["offset"] = NumberText.Rounded(-width / 2, 7);
        }

        json["marker"] = new JsonObject { ["color"] = histogram.Color };
        json["opacity"] = 0.65;
        return json;
    }

    private static JsonObject Heatmap(HeatmapTrace heatmap, PlotlyCell cell)
    {
        JsonObject json = Begin("heatmap", heatmap, cell);
        json["z"] = Rows(heatmap, value => double.IsFinite(value) ? JsonValue.Create(NumberText.Rounded(value, 5)) : null);
        if (heatmap.Range.Min < heatmap.Range.Max) (json["zmin"], json["zmax"]) = (heatmap.Range.Min, heatmap.Range.Max);
        int last = heatmap.Map.Stops.Count - 1;
        var stops = heatmap.Map.Stops.Select((color, i) => new JsonArray(Math.Round((double)i / last, 4), color.ToString()));
        json["colorscale"] = new JsonArray([.. stops]);
        json["showscale"] = heatmap.ShowColorBar;
        if (heatmap.ShowColorBar)
        {
            var bar = new JsonObject
            {
                ["thickness"] = 13, ["len"] = Math.Round(cell.Top - cell.Bottom, 4), ["x"] = cell.Right + 0.01,
                ["y"] = (cell.Top + cell.Bottom) / 2,
            };
            if (heatmap.ColorLabel is not null) bar["title"] = new JsonObject { ["text"] = heatmap.ColorLabel, ["side"] = "right" };
            json["colorbar"] = bar;
        }

        if (heatmap.CellFormat is not null)
        {
            json["text"] = Rows(heatmap, value => JsonValue.Create(Ticks.Label(value, heatmap.CellFormat)));
            json["texttemplate"] = "%{text}";
        }

        return json;
    }

    private static JsonArray Rows(HeatmapTrace heatmap, Func<double, JsonNode?> cell)
    {
        var rows = new JsonArray();
        for (int row = 0; row < heatmap.Rows; row++)
            rows.Add(new JsonArray([.. Enumerable.Range(0, heatmap.Columns).Select(column => cell(heatmap.Values[row, column]))]));
        return rows;
    }

    private static JsonObject Begin(string type, Trace trace, PlotlyCell cell)
    {
        var json = new JsonObject { ["type"] = type, ["xaxis"] = "x" + cell.Suffix, ["yaxis"] = "y" + cell.Suffix };
        if (trace.Name is null) json["showlegend"] = false;
        else json["name"] = PlotlyFigure.Escape(trace.Name);
        return json;
    }

    private static JsonObject Errors(IEnumerable<double> errors) =>
        new() { ["type"] = "data", ["array"] = Numbers(errors), ["visible"] = true };

    private static string Translucent(string color)
    {
        if (color is not ['#', _, _, _, _, _, _]) return color;
        var rgb = Vision.Rgb.Parse(color);
        return $"rgba({rgb.R},{rgb.G},{rgb.B},{BandDrawing.Opacity})";
    }
}
