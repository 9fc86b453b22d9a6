using System.Globalization;
using System.Text;
using ManagedTorch.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>Tensors as text: nested brackets for NumPy's style, a table a matrix for Julia's.</summary>
internal static class TensorText
{
    private const int Edge = 3;
    private const int Whole = 1000;

    public static string Metadata(Tensor x)
    {
        var shape = string.Join("x", x.Sizes);
        return $"[{(x.Rank == 0 ? string.Empty : shape + ", ")}type = {x.dtype}, device = {x.device}]";
    }

    public static string Numpy(Tensor x, string format, CultureInfo culture)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var text = new StringBuilder();
        Nested(x.detach(), format, culture, text, 1, x.Count > Whole);
        return text.ToString();
    }

    public static string Julia(Tensor x, string format, CultureInfo culture)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var data = x.detach();
        if (x.Rank == 0)
            return Metadata(x) + " " + Element(data, format, culture);
        var text = new StringBuilder(Metadata(x)).AppendLine();
        if (x.Rank == 1)
            return text.Append(' ').Append(Row(data, format, culture)).ToString();
        Tables(data, format, culture, text, []);
        return text.ToString().TrimEnd();
    }

    private static void Tables(Tensor x, string format, CultureInfo culture, StringBuilder text, long[] position)
    {
        if (x.Rank > 2)
        {
            foreach (var i in Shown(x.Sizes[0]))
                if (i >= 0)
                    Tables(x[i], format, culture, text, [.. position, i]);
            return;
        }

        if (position.Length > 0)
            text.Append("[").Append(string.Join(",", position)).AppendLine(",..,..] =");
        foreach (var i in Shown(x.Sizes[0]))
            text.Append(' ').AppendLine(i < 0 ? "..." : Row(x[i], format, culture));
    }

    private static string Row(Tensor x, string format, CultureInfo culture) =>
        string.Join(" ", Shown(x.Sizes[0]).Select(i => i < 0 ? "..." : Element(x[i], format, culture)));

    private static void Nested(Tensor x, string format, CultureInfo culture, StringBuilder text, int depth, bool shorten)
    {
        if (x.Rank == 0)
        {
            text.Append(Element(x, format, culture));
            return;
        }

        text.Append('[');
        var first = true;
        foreach (var i in shorten ? Shown(x.Sizes[0]) : LongRange(x.Sizes[0]))
        {
            if (!first)
                text.Append(x.Rank == 1 ? ", " : "," + new string('\n', x.Rank - 1) + new string(' ', depth));
            first = false;
            if (i < 0)
                text.Append("...");
            else
                Nested(x[i], format, culture, text, depth + 1, shorten);
        }

        text.Append(']');
    }

    private static string Element(Tensor x, string format, CultureInfo culture)
    {
        if (DTypes.IsComplex(x.Type))
        {
            var number = x.ToComplexFloat64();
            var sign = number.Imaginary < 0 ? string.Empty : "+";
            return number.Real.ToString(format, culture) + sign + number.Imaginary.ToString(format, culture) + "i";
        }

        var value = x.ToScalar();
        return x.Type switch
        {
            ScalarType.Bool => value.AsBool ? "true" : "false",
            _ when DTypes.IsFloating(x.Type) => value.AsDouble.ToString(format, culture),
            _ => value.AsLong.ToString(culture),
        };
    }

    // All positions, or the first and last few with -1 between them.
    private static IEnumerable<long> Shown(long length) =>
        length <= (2 * Edge) + 1 ? LongRange(length) : [.. LongRange(Edge), -1, .. LongRange(Edge).Select(i => length - Edge + i)];

    private static IEnumerable<long> LongRange(long length)
    {
        for (var i = 0L; i < length; i++)
            yield return i;
    }
}
