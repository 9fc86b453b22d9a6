using System.Globalization;
using System.Reflection;

namespace ManagedTorch.Tests.Surface;

/// <summary>Constants and default values as a surface list writes them.</summary>
internal static class Literals
{
    public static string Of(object? value, Type type)
    {
        Type real = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null or DBNull or Missing)
        {
            bool isStruct = type.IsValueType && Nullable.GetUnderlyingType(type) is null;
            return isStruct || type.IsGenericParameter ? "default" : "null";
        }
        if (real.IsEnum)
        {
            string name = TypeNames.Of(real);
            string member = Enum.ToObject(real, value).ToString()!;
            return char.IsDigit(member[0]) || member[0] == '-'
                ? $"({name}){member}"
                : string.Join(" | ", member.Split(", ").Select(m => $"{name}.{m}"));
        }
        return value switch
        {
            bool b => b ? "true" : "false",
            string s => '"' + s.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t") + '"',
            char c => c is < ' ' or > '~' ? $"'\\u{(int)c:x4}'" : $"'{c}'",
            float f => Number(f.ToString("R", CultureInfo.InvariantCulture), "float") + "f",
            double d => Number(d.ToString("R", CultureInfo.InvariantCulture), "double"),
            IFormattable n => n.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
    }

    private static string Number(string digits, string type) => digits switch
    {
        "NaN" => $"{type}.NaN",
        "Infinity" => $"{type}.PositiveInfinity",
        "-Infinity" => $"{type}.NegativeInfinity",
        _ => digits,
    };
}
