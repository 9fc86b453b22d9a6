using System.Globalization;

namespace Course.Plots.Scales;

/// <summary>Chooses round places for the ticks of an axis.</summary>
internal static class Ticks
{
    private const double Tolerance = 1e-9;

    /// <summary>
    /// Multiples of 1, 2 or 5 times a power of ten within min to max, as near to <paramref name="wanted"/> of them as can be.
    /// </summary>
    public static Tick[] Linear(double min, double max, int wanted, bool wholeNumbers = false, string? format = null)
    {
        double step = NiceStep(max - min, wanted);
        if (wholeNumbers) step = Math.Max(1, step);
        double first = Math.Ceiling((min / step) - Tolerance);
        double last = Math.Floor((max / step) + Tolerance);
        // A range too small for its distance from zero: neighbouring doubles are further apart than the step.
        if (!double.IsFinite(first) || !(last >= first) || last - first > 100 || first + 1 == first)
            return [new Tick(min, Label(min, format))];

        double[] values = Enumerable.Range(0, (int)(last - first) + 1).Select(i => Clean((first + i) * step, step)).ToArray();
        string[] labels = format is null ? NumberText.Ticks(values, step) : values.Select(value => Label(value, format)).ToArray();
        return values.Zip(labels, (value, label) => new Tick(value, label)).ToArray();
    }

    /// <summary>
    /// Powers of ten within min to max (both positive), labelled where there is room, with unlabelled minor ticks between;
    /// within fewer than two decades also 2 and 5 times a power, and within half a decade evenly spaced numbers.
    /// </summary>
    public static Tick[] Log(double min, double max, int wanted, string? format = null)
    {
        double low = Math.Log10(min), high = Math.Log10(max);
        if (high - low < 0.5) return Linear(min, max, wanted, format: format);

        int first = (int)Math.Floor(low + Tolerance), last = (int)Math.Ceiling(high - Tolerance);
        int stride = Math.Max(1, (int)Math.Ceiling((last - first) / (double)Math.Max(2, wanted)));
        bool labelParts = high - low < 2;
        var ticks = new List<Tick>();
        for (int exponent = first; exponent <= last; exponent++)
        {
            Add(exponent, 1, exponent % stride == 0);
            if (stride > 1) continue;
            for (int part = 2; part <= 9; part++) Add(exponent, part, labelParts && part is 2 or 5);
        }

        return [.. ticks];

        void Add(int exponent, int part, bool labelled)
        {
            double value = part * Math.Pow(10, exponent);
            if (value < min * (1 - Tolerance) || value > max * (1 + Tolerance)) return;
            string label = !labelled ? ""
                : format is not null ? Label(value, format)
                : part == 1 ? NumberText.Decade(exponent)
                : exponent is >= -3 and <= 4 ? NumberText.Short(value)
                : NumberText.Scientific(value);
            ticks.Add(new Tick(value, label));
        }
    }

    /// <summary>Of 1, 2 and 5 times a power of ten, the one that divides <paramref name="length"/> into nearest to so many parts.</summary>
    public static double NiceStep(double length, int parts)
    {
        double rough = length / Math.Max(1, parts);
        if (!(rough > 0) || !double.IsFinite(rough)) return 1;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return new[] { 1, 2, 5, 10 }.Select(factor => factor * power).MinBy(step => Math.Abs(Math.Log(step / rough)));
    }

    public static string Label(double value, string? format) =>
        format is null ? NumberText.Short(value) : value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>0.30000000000000004 becomes 0.3: a tick is a multiple of its step to twelve digits of the step's decade.</summary>
    private static double Clean(double value, double step)
    {
        int decimals = (int)Math.Clamp(2 - Math.Floor(Math.Log10(step)), 0, 15);
        return Math.Abs(value) < 1e15 && step > 1e-12 ? Math.Round(value, decimals) : value;
    }
}
