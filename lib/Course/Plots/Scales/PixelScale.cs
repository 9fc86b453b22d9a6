namespace Course.Plots.Scales;

/// <summary>Maps numbers of an axis to pixels.</summary>
internal sealed class PixelScale(AxisRange range, double first, double last)
{
    /// <summary>The pixel of range.Min.</summary>
    public double First => first;

    /// <summary>The pixel of range.Max.</summary>
    public double Last => last;

    public AxisRange Range => range;

    /// <summary>The pixel of <paramref name="value"/>; NaN if it is not finite, or not positive on a log axis.</summary>
    public double Map(double value)
    {
        if (!double.IsFinite(value)) return double.NaN;
        if (!range.IsLog) return first + ((value - range.Min) / (range.Max - range.Min) * (last - first));
        if (value <= 0) return double.NaN;
        return first + (Math.Log(value / range.Min) / Math.Log(range.Max / range.Min) * (last - first));
    }

    /// <summary>How many pixels one unit takes; on number axes only.</summary>
    public double PerUnit => Math.Abs(last - first) / (range.Max - range.Min);
}
