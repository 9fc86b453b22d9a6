using Course.Plots;

namespace Course.Display;

/// <summary>Shows a <see cref="Figure"/> as Plotly JSON where scripts run, as SVG elsewhere, as words in a terminal.</summary>
internal sealed class FigureFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters()
    {
        yield return new MimeFormatter<Figure>("application/vnd.plotly.v1+json", figure => figure.ToPlotlyJson());
        yield return new MimeFormatter<Figure>("image/svg+xml", figure => figure.ToSvg());
        yield return new MimeFormatter<Figure>("text/plain", figure => figure.ToString());
    }
}
