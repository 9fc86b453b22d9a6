using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Course.Plots;

/// <summary>Turns the number types a reader may have into doubles, and checks that they fit together.</summary>
internal static class Numbers
{
    public static ImmutableArray<double> From<T>(IEnumerable<T> values) where T : INumber<T> =>
        [.. values.Select(double.CreateSaturating)];

    public static ImmutableArray<double> UpTo(int count) => [.. Enumerable.Range(0, count).Select(i => (double)i)];

    public static double[,] From<T>(T[,] values) where T : INumber<T> => Map(values, double.CreateSaturating);

    public static double[,] From(bool[,] values) => Map(values, value => value ? 1.0 : 0.0);

    public static void RequireSameCount(string what, int count, string other, int otherCount)
    {
        if (count != otherCount) throw new ArgumentException($"{count} {what} and {otherCount} {other}; give one for each");
    }

    public static string Text<T>(T value) =>
        value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString() ?? "";

    /// <summary>Smallest and largest finite number; null if there is none.</summary>
    public static (double Min, double Max)? Extent(IEnumerable<double> values)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) continue;
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        return min <= max ? (min, max) : null;
    }

    private static double[,] Map<T>(T[,] values, Func<T, double> convert)
    {
        var result = new double[values.GetLength(0), values.GetLength(1)];
        for (int row = 0; row < values.GetLength(0); row++)
            for (int column = 0; column < values.GetLength(1); column++)
                result[row, column] = convert(values[row, column]);
        return result;
    }
}
