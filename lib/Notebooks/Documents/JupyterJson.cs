using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Documents;

/// <summary>
/// Writes JSON as Jupyter does (Python's json.dumps with sort_keys, ensure_ascii=False and an indent), so that saving a
/// notebook in Jupyter or VS Code afterwards changes nothing.
/// </summary>
internal static class JupyterJson
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Formats a value. An indent of null gives one line; depth is the nesting level at which the value stands.</summary>
    public static string Format(JsonNode? node, string? indent, int depth, string newLine)
    {
        var text = new StringBuilder();
        Write(text, node, indent, depth, newLine);
        return text.ToString();
    }

    /// <summary>Splits text into nbformat's list of lines, each with its line break.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    private static void Write(StringBuilder text, JsonNode? node, string? indent, int depth, string newLine)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject fields:
                var sorted = fields.OrderBy(field => field.Key, StringComparer.Ordinal).ToList();
                WriteList(text, '{', '}', sorted, indent, depth, newLine, field =>
                {
                    WriteString(text, field.Key);
                    text.Append(": ");
                    Write(text, field.Value, indent, depth + 1, newLine);
                });
                break;
            case JsonArray items:
                WriteList(text, '[', ']', items, indent, depth, newLine, item => Write(text, item, indent, depth + 1, newLine));
                break;
            default:
                if (node.GetValueKind() == JsonValueKind.String)
                {
                    WriteString(text, node.GetValue<string>());
                }
                else
                {
                    text.Append(node.ToJsonString(Unescaped));
                }

                break;
        }
    }

    private static void WriteList<T>(
        StringBuilder text, char open, char close, IEnumerable<T> items, string? indent, int depth, string newLine, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(indent is null ? ", " : ",");
            }

            first = false;
            BreakLine(text, indent, depth + 1, newLine);
            write(item);
        }

        if (!first)
        {
            BreakLine(text, indent, depth, newLine);
        }

        text.Append(close);
    }

    private static void BreakLine(StringBuilder text, string? indent, int depth, string newLine)
    {
        if (indent is null)
        {
            return;
        }

        text.Append(newLine);
        for (var i = 0; i < depth; i++)
        {
            text.Append(indent);
        }
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case var pair when char.IsHighSurrogate(pair) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]):
                    text.Append(c).Append(value[++i]);
                    break;
                // Control characters must be escaped; half a surrogate pair has no UTF-8 form.
                case < ' ' or (>= '\ud800' and <= '\udfff'):
                    text.Append("\\u").Append(((int)c).ToString("x4"));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }
}
