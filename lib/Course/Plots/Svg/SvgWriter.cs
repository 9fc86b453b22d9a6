using System.Globalization;
using System.Security;
using System.Text;

namespace Course.Plots.Svg;

/// <summary>Writes SVG elements, one a line, numbers with at most two decimals and without culture.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>An element without content. Attributes are name, value, name, value, ...; those with a null value are left out.</summary>
    public void Element(string tag, params ReadOnlySpan<object?> attributes) => Start(tag, attributes).Append("/>\n");

    /// <summary>Begins an element that <see cref="Close"/> ends.</summary>
    public void Open(string tag, params ReadOnlySpan<object?> attributes)
    {
        Start(tag, attributes).Append(">\n");
        _open.Push(tag);
    }

    public void Close()
    {
        string tag = _open.Pop();
        Indent().Append("</").Append(tag).Append(">\n");
    }

    /// <summary>An element with text inside.</summary>
    public void Text(string tag, string content, params ReadOnlySpan<object?> attributes) =>
        Start(tag, attributes).Append('>').Append(Escape(content)).Append("</").Append(tag).Append(">\n");

    public override string ToString() => _text.ToString();

    /// <summary>A number as SVG has it.</summary>
    public static string Number(double value)
    {
        string text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    private StringBuilder Start(string tag, ReadOnlySpan<object?> attributes)
    {
        Indent().Append('<').Append(tag);
        for (int i = 0; i + 1 < attributes.Length; i += 2)
        {
            if (attributes[i + 1] is not { } value) continue;
            string text = value switch
            {
                double number => Number(number),
                int number => number.ToString(CultureInfo.InvariantCulture),
                _ => Escape(value.ToString() ?? ""),
            };
            _text.Append(' ').Append(attributes[i]).Append("=\"").Append(text).Append('"');
        }

        return _text;
    }

    private StringBuilder Indent() => _text.Append(' ', 2 * _open.Count);

    /// <summary>Escapes for XML and drops the control characters that XML cannot hold.</summary>
    private static string Escape(string text)
    {
        if (text.Any(c => c is < ' ' and not ('\t' or '\n') or '\uFFFE' or '\uFFFF') || !IsWellFormed(text))
            text = string.Concat(text.EnumerateRunes().Where(rune => rune.Value >= ' ' && rune.Value is not (0xFFFE or 0xFFFF)));
        return SecurityElement.Escape(text);
    }

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) && ++i > 0))
                return false;
        return true;
    }
}
