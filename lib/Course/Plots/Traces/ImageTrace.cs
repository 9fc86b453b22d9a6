using Course.Vision;

namespace Course.Plots.Traces;

/// <summary>A picture, one unit of the axes a pixel.</summary>
internal sealed record ImageTrace : Trace
{
    public required Picture Picture { get; init; }

    /// <summary>A coloured frame around the picture, any CSS colour; null for none.</summary>
    public string? FrameColor { get; init; }

    public override IEnumerable<double> XExtent => [0, Picture.Width];

    public override IEnumerable<double> YExtent => [0, Picture.Height];

    public string DataUri => "data:image/png;base64," + Convert.ToBase64String(Picture.ToPng());

    public override string Describe() => Picture.ToString();
}
