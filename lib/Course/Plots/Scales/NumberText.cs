using System.Globalization;

namespace Course.Plots.Scales;

/// <summary>Writes numbers for people: few digits, no culture.</summary>
internal static class NumberText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static readonly (double Factor, string Suffix)[] Thousands = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")];

    /// <summary>Four significant digits.</summary>
    public static string Short(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "-∞";
        double size = Math.Abs(value);
        if (size >= 1e4 && size < 1e15 && value == Math.Round(value)) return value.ToString("#,0", CultureInfo.InvariantCulture);
        return Rounded(value, 4).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The labels of evenly spaced ticks: the same unit and the same number of decimals for all of them.</summary>
    public static string[] Ticks(IReadOnlyList<double> values, double step)
    {
        double most = values.Count == 0 ? 0 : values.Max(Math.Abs);
        if (most == 0) return values.Select(_ => "0").ToArray();
        if (most >= 1e15 || most < 1e-3) return values.Select(Scientific).ToArray();

        (double factor, string suffix) = (1, "");
        if (most >= 1e4)
        {
            (factor, suffix) = Thousands.First(unit => most >= unit.Factor);
            // A range far from zero needs more digits than a unit saves.
            if (Decimals(step / factor) > 2) (factor, suffix) = (1, "");
        }

        string format = "#,0." + new string('0', Decimals(step / factor));
        return values.Select(value => value == 0 ? "0" : (value / factor).ToString(format, CultureInfo.InvariantCulture) + suffix)
            .ToArray();
    }

    /// <summary>A power of ten: plain from 0.001 to 10,000, else 10 with an exponent.</summary>
    public static string Decade(int exponent) =>
        exponent is >= -3 and <= 4 ? Rounded(Math.Pow(10, exponent), 1).ToString("#,0.###", CultureInfo.InvariantCulture)
            : "10" + Superscript(exponent);

    /// <summary>"5·10⁻⁵"; "0" for zero.</summary>
    public static string Scientific(double value)
    {
        if (value == 0) return "0";
        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9);
        double mantissa = Rounded(value / Math.Pow(10, exponent), 4);
        string factor = mantissa == 1 ? "" : mantissa == -1 ? "-" : mantissa.ToString(CultureInfo.InvariantCulture) + "·";
        return factor + "10" + Superscript(exponent);
    }

    /// <summary>The number with so many significant digits.</summary>
    public static double Rounded(double value, int digits) =>
        double.IsFinite(value)
            ? double.Parse(value.ToString("G" + digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : value;

    private static int Decimals(double step)
    {
        if (!(step > 0)) return 0;
        return Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 12);
    }

    private static string Superscript(int exponent)
    {
        string digits = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
        return (exponent < 0 ? "⁻" : "") + string.Concat(digits.Select(digit => Superscripts[digit - '0']));
    }
}
