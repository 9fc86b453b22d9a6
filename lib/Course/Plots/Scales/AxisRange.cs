namespace Course.Plots.Scales;

/// <summary>The part of the number line an axis shows. Min is below Max, and both are positive on a log axis.</summary>
internal readonly record struct AxisRange(double Min, double Max, bool IsLog)
{
    /// <summary>
    /// Chooses the range for <paramref name="values"/>: what the axis asks for, else the data with a margin (a share of its length)
    /// at each end, from zero if <paramref name="standsOnZero"/>. Data that is constant or missing gets a range around it.
    /// </summary>
    public static AxisRange Of(Axis axis, IEnumerable<double> values, double margin, bool standsOnZero)
    {
        if (!axis.Categories.IsEmpty) return new AxisRange(-0.5, axis.Categories.Length - 0.5, false);
        IEnumerable<double> usable = axis.IsLog ? values.Where(value => value > 0) : values;
        (double min, double max) = Numbers.Extent(usable) ?? (axis.IsLog ? (0.1, 1) : (0, 1));
        return axis.IsLog ? Log(axis, min, max, margin) : Linear(axis, min, max, margin, standsOnZero);
    }

    private static AxisRange Linear(Axis axis, double min, double max, double margin, bool standsOnZero)
    {
        if (standsOnZero) (min, max) = (Math.Min(0, min), Math.Max(0, max));
        (min, max) = (axis.Min ?? min, axis.Max ?? max);
        bool isTooNarrow = !(max - min > 1e-12 * Math.Max(Math.Abs(min), Math.Abs(max)));
        if (isTooNarrow)
        {
            double around = min == 0 ? 1 : Math.Abs(min) * 0.1;
            (min, max) = (axis.Min ?? (standsOnZero ? 0 : min - around), axis.Max ?? (max + around));
            if (min >= max) max = min + around;
            return new AxisRange(min, max, false);
        }

        double pad = double.IsFinite(max - min) ? (max - min) * margin : 0;
        if (axis.Min is null && !(standsOnZero && min == 0)) min -= pad;
        if (axis.Max is null && !(standsOnZero && max == 0)) max += pad;
        return new AxisRange(min, max, false);
    }

    private static AxisRange Log(Axis axis, double min, double max, double margin)
    {
        (min, max) = (axis.Min is > 0 ? axis.Min.Value : min, axis.Max is > 0 ? axis.Max.Value : max);
        if (max <= min) (min, max) = (min / 3, min * 3);
        double pad = Math.Pow(max / min, margin);
        if (axis.Min is null) min /= pad;
        if (axis.Max is null) max *= pad;
        return new AxisRange(min, max, true);
    }
}
