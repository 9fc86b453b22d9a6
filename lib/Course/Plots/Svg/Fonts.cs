namespace Course.Plots.Svg;

/// <summary>Font sizes in pixels, smaller in a small chart.</summary>
internal readonly record struct Fonts(double Title, double Label, double Tick)
{
    public const string Family = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    public static Fonts For(double chartWidth) =>
        chartWidth >= 360 ? new Fonts(15, 12.5, 11.5) : chartWidth >= 220 ? new Fonts(13, 11.5, 10.5) : new Fonts(12, 11, 10);
}
