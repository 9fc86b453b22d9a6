using Course.Plots.Svg;

namespace Course.Plots;

/// <summary>Something to look at: a <see cref="Chart"/> or a <see cref="FigureGrid"/> of charts. Shows itself in a notebook.</summary>
public abstract record Figure
{
    private protected const int DefaultWidth = 600;

    private protected Figure()
    {
    }

    internal string? Title { get; init; }

    /// <summary>Width in pixels.</summary>
    public abstract int Width { get; }

    /// <summary>Height in pixels.</summary>
    public abstract int Height { get; }

    /// <summary>The figure as an SVG document, without scripts, fonts or links to other files.</summary>
    public string ToSvg() => SvgFigure.Render(this);

    /// <summary>The figure as Plotly's JSON object with "data" and "layout" (application/vnd.plotly.v1+json).</summary>
    public string ToPlotlyJson() => Plotly.PlotlyFigure.Render(this).ToJsonString();

    /// <summary>Writes the SVG document to a file.</summary>
    public void SaveSvg(string path) => File.WriteAllText(path, ToSvg());
}
