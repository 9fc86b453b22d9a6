using System.Globalization;
using System.Reflection;
using Course.Display;
using Course.Vision;

namespace Course.Data;

/// <summary>Records in rows and columns. Shows itself in a notebook as a table, pictures among the values as pictures.</summary>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class Table
{
    private const int StandardRows = 20;

    private static readonly Type[] SingleValues = [typeof(object), typeof(string), typeof(decimal), typeof(Picture)];

    private Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<object?>> rows, int left)
    {
        Columns = columns;
        Rows = rows;
        RowsLeft = left;
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The values, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows { get; }

    /// <summary>Records beyond the last row.</summary>
    public int RowsLeft { get; }

    /// <summary>
    /// A table of records: their public properties, or the records themselves where they have none (numbers, texts).
    /// </summary>
    /// <param name="records">Any objects of one type: records, tuples, anonymous objects.</param>
    /// <param name="rows">Rows shown; what is left is counted.</param>
    /// <param name="columns">Names of the columns, in place of the properties' names.</param>
    public static Table Of<T>(IEnumerable<T> records, int rows = StandardRows, IEnumerable<string>? columns = null)
    {
        if (rows < 1) throw new ArgumentException($"a table shows at least one row, not {rows}", nameof(rows));
        Func<T, object?>[] values = Values<T>(out string[] names);
        string[] given = columns?.ToArray() ?? names;
        if (given.Length != names.Length)
            throw new ArgumentException($"{given.Length} names for {names.Length} columns ({string.Join(", ", names)})", nameof(columns));
        return OfRows(
            given, records.Select(record => (IReadOnlyList<object?>)[.. values.Select(value => record is null ? null : value(record))]), rows);
    }

    /// <summary>A table of rows of values.</summary>
    internal static Table OfRows(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, int shown)
    {
        var first = new List<IReadOnlyList<object?>>();
        int left = 0;
        foreach (IReadOnlyList<object?> row in rows)
        {
            if (first.Count < shown) first.Add(row);
            else left++;
        }

        return new Table(columns, first, left);
    }

    /// <summary>The table in characters: columns side by side, numbers to the right.</summary>
    public override string ToString() => TextTable.Of(this);

    /// <summary>A value as a table shows it: fractions with four digits that count.</summary>
    internal static string Text(object? value) => value switch
    {
        null => "",
        float or double or decimal => Fraction(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>True for a column of numbers, which line up on the right.</summary>
    internal bool IsNumeric(int column) =>
        Rows.Select(row => row[column]).OfType<object>() is var values && values.Any()
        && values.All(value => value is IConvertible number && number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal);

    private static bool IsColumn(PropertyInfo property) => property.CanRead && property.GetIndexParameters().Length == 0;

    private static string Fraction(double value) =>
        value == Math.Round(value) && Math.Abs(value) < 1e15 ? value.ToString("0", CultureInfo.InvariantCulture)
        : Math.Abs(value) is >= 1e-4 and < 1e4 ? value.ToString(Math.Abs(value) >= 1000 ? "0.#" : "0.####", CultureInfo.InvariantCulture)
        : value.ToString("0.###e0", CultureInfo.InvariantCulture);

    private static Func<T, object?>[] Values<T>(out string[] names)
    {
        Type type = typeof(T);
        if (type.IsGenericType && type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal))
        {
            FieldInfo[] fields = type.GetFields();
            names = [.. fields.Select(field => field.Name)];
            return [.. fields.Select(field => (Func<T, object?>)(record => field.GetValue(record)))];
        }

        bool isValue = type.IsPrimitive || type.IsEnum || SingleValues.Contains(type);
        PropertyInfo[] properties = isValue ? [] : [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(IsColumn)];
        names = properties.Length == 0 ? ["Value"] : [.. properties.Select(property => property.Name)];
        return properties.Length == 0
            ? [record => record]
            : [.. properties.Select(property => (Func<T, object?>)(record => property.GetValue(record)))];
    }
}
