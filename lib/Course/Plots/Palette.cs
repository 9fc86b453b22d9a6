namespace Course.Plots;

/// <summary>
/// The colours of lines, points and bars: Okabe and Ito's set, which the colour-blind can tell apart, without its pale yellow.
/// </summary>
internal static class Palette
{
    private static readonly string[] Colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#555555", "#882255"];

    public const string Ink = "#222222";
    public const string Muted = "#555555";
    public const string AxisLine = "#888888";
    public const string GridLine = "#e6e6e6";
    public const string Missing = "#dddddd";

    public static int Count => Colors.Length;

    public static string At(int index) => Colors[index % Colors.Length];
}
