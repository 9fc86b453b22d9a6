namespace Course.Vision;

/// <summary>A named row of colours that turns a number from 0 to 1 into a colour.</summary>
public sealed class ColorMap
{
    /// <summary>Dark violet to yellow, even in brightness; the usual map for quantities (matplotlib's viridis).</summary>
    public static readonly ColorMap Viridis = new("viridis", isDiverging: false,
        "#440154", "#482475", "#414487", "#355f8d", "#2a788e", "#21918c", "#22a884", "#44bf70", "#7ad151", "#bddf26", "#fde725");

    /// <summary>Black over violet and orange to pale yellow; for overlays on pictures (matplotlib's magma).</summary>
    public static readonly ColorMap Magma = new("magma", isDiverging: false,
        "#000004", "#140e36", "#3b0f70", "#641a80", "#8c2981", "#b73779", "#de4968", "#f7705c", "#fe9f6d", "#fecf92", "#fcfdbf");

    /// <summary>White to dark blue; for attention weights and counts, where zero should vanish (ColorBrewer's Blues).</summary>
    public static readonly ColorMap Blues = new("blues", isDiverging: false,
        "#f7fbff", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c", "#08306b");

    /// <summary>Blue for negative, white for zero, red for positive (ColorBrewer's RdBu, reversed).</summary>
    public static readonly ColorMap Diverging = new("diverging", isDiverging: true,
        "#053061", "#2166ac", "#4393c3", "#92c5de", "#d1e5f0", "#f7f7f7", "#fddbc7", "#f4a582", "#d6604d", "#b2182b", "#67001f");

    /// <summary>Black to white.</summary>
    public static readonly ColorMap Grays = new("grays", isDiverging: false, "#000000", "#ffffff");

    private readonly Rgb[] _stops;

    private ColorMap(string name, bool isDiverging, params string[] stops)
    {
        Name = name;
        IsDiverging = isDiverging;
        _stops = stops.Select(Rgb.Parse).ToArray();
    }

    /// <summary>The map's name, lower case.</summary>
    public string Name { get; }

    /// <summary>True if the middle of the map stands for zero.</summary>
    public bool IsDiverging { get; }

    /// <summary>The colours the map runs through, evenly spaced from 0 to 1.</summary>
    public IReadOnlyList<Rgb> Stops => _stops;

    /// <summary>The colour for <paramref name="t"/>; values outside 0 to 1 take the end's colour.</summary>
    public Rgb At(double t)
    {
        if (double.IsNaN(t)) throw new ArgumentException("a colour map has no colour for NaN", nameof(t));
        double position = Math.Clamp(t, 0, 1) * (_stops.Length - 1);
        int left = Math.Min((int)position, _stops.Length - 2);
        return _stops[left].Mix(_stops[left + 1], position - left);
    }

    /// <summary>The map's name.</summary>
    public override string ToString() => Name;
}
