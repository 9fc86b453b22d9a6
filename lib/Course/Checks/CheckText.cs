using System.Globalization;

namespace Course.Checks;

/// <summary>Writes numbers in messages: short, and the same in every culture.</summary>
internal static class CheckText
{
    /// <summary>"0.883", "2.4e-7".</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value)) return value.ToString(CultureInfo.InvariantCulture);
        double size = Math.Abs(value);
        return value == 0 || size is >= 1e-3 and < 1e6
            ? value.ToString("G5", CultureInfo.InvariantCulture)
            : value.ToString("0.##e-0", CultureInfo.InvariantCulture);
    }

    /// <summary>A number, text or list as a reader would write it.</summary>
    public static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        float number => Number(number),
        double number => Number(number),
        Array array when array.Rank == 1 => List(array.Cast<object?>()),
        System.Collections.IEnumerable items => List(items.Cast<object?>()),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string List(IEnumerable<object?> items)
    {
        const int shown = 20;
        object?[] first = items.Take(shown + 1).ToArray();
        return "[" + string.Join(", ", first.Take(shown).Select(Value)) + (first.Length > shown ? ", …]" : "]");
    }
}
