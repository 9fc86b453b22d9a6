using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Notebooks.Documents;

/// <summary>Reads nbformat 4 and says in one line what is wrong with a file that is something else.</summary>
internal static partial class NotebookReader
{
    private const int MaxDepth = 256;
    private const string SaveAgain = "save the notebook again in Jupyter or VS Code.";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    public static NotebookDocument Read(byte[] utf8, string path)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw new NotebookException($"{path} is not a notebook: its text is not valid UTF-8.");
        }

        try
        {
            return ReadText(utf8, path);
        }
        catch (InvalidOperationException e)
        {
            // The only text that the JSON reader accepts and cannot turn into a string.
            throw new NotebookException($"{path} holds an escape of half a character (\\ud800 to \\udfff), which is no text.", e);
        }
    }

    private static NotebookDocument ReadText(byte[] utf8, string path)
    {
        var start = utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        using var json = ParseJson(utf8, start, path);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new NotebookException($"{path} is not a notebook: expected a JSON object with \"cells\" and \"nbformat\".");
        }

        var minor = ReadVersion(root, path);
        if (!root.TryGetProperty("cells", out var cells) || cells.ValueKind != JsonValueKind.Array)
        {
            throw new NotebookException($"{path} is not a notebook: expected a list named \"cells\".");
        }

        if (!root.TryGetProperty("metadata", out var metadata) || metadata.ValueKind != JsonValueKind.Object)
        {
            throw new NotebookException($"{path} is not a notebook: expected an object named \"metadata\".");
        }

        var spans = FindSpans(utf8, start);
        var read = new List<NotebookCell>();
        var number = 0;
        foreach (var cell in cells.EnumerateArray())
        {
            read.Add(ReadCell(cell, spans[read.Count], read.Count, ref number, path));
        }

        return new NotebookDocument(path, utf8, read, JsonObject.Create(metadata.Clone())!, minor);
    }

    private static JsonDocument ParseJson(byte[] utf8, int start, string path)
    {
        try
        {
            return JsonDocument.Parse(utf8.AsMemory(start), Options);
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0);
            var (column, text) = Locate(utf8.AsSpan(start), line, (int)(e.BytePositionInLine ?? 0));
            var reason = text.StartsWith("<<<<<<<", StringComparison.Ordinal) || text.StartsWith(">>>>>>>", StringComparison.Ordinal)
                ? "a git merge conflict is left in it."
                : PositionSuffix().Replace(e.Message, "").Trim();
            throw new NotebookException(
                $"{path}({line + 1},{column}): not a notebook, because it is not JSON: {reason} "
                + "Expected a Jupyter notebook (nbformat 4).",
                e);
        }
    }

    /// <summary>The column, in characters from 1, and the text of the line where the parser stopped.</summary>
    private static (int Column, string Text) Locate(ReadOnlySpan<byte> utf8, int line, int byteInLine)
    {
        for (var i = 0; i < line; i++)
        {
            utf8 = utf8[(utf8.IndexOf((byte)'\n') + 1)..];
        }

        var end = utf8.IndexOf((byte)'\n');
        var text = end < 0 ? utf8 : utf8[..end];
        return (Encoding.UTF8.GetCharCount(text[..Math.Min(byteInLine, text.Length)]) + 1, Encoding.UTF8.GetString(text));
    }

    private static int ReadVersion(JsonElement root, string path)
    {
        if (!root.TryGetProperty("nbformat", out var major) || !TryInt(major, out var version))
        {
            throw new NotebookException($"{path} is not a notebook: expected a whole number named \"nbformat\".");
        }

        if (version < 4)
        {
            throw new NotebookException(
                $"{path} has nbformat {version}, but 4 is needed: open and save it in Jupyter, or run "
                + $"'jupyter nbconvert --to notebook --nbformat 4 --inplace {path}'.");
        }

        if (version > 4)
        {
            throw new NotebookException(
                $"{path} has nbformat {version}, which is newer than this tool knows: save it as nbformat 4 with "
                + $"'jupyter nbconvert --to notebook --nbformat 4 --inplace {path}'.");
        }

        return root.TryGetProperty("nbformat_minor", out var minor) && TryInt(minor, out var number) ? number : 0;
    }

    private static NotebookCell ReadCell(JsonElement cell, CellSpans spans, int index, ref int number, string path)
    {
        var where = $"{path}: cell {index + 1}";
        if (cell.ValueKind != JsonValueKind.Object)
        {
            throw new NotebookException($"{where} is not a JSON object.");
        }

        var kind = Text(cell, "cell_type") switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            var other => throw new NotebookException($"{where} has cell_type '{other}'; expected code, markdown or raw."),
        };
        var source = ReadSource(cell, where);
        var id = Text(cell, "id");
        if (kind != CellKind.Code)
        {
            return new NotebookCell(index, kind, source) { Id = id, Tags = ReadTags(cell), Spans = spans };
        }

        if (!cell.TryGetProperty("outputs", out var outputs) || outputs.ValueKind != JsonValueKind.Array)
        {
            throw new NotebookException($"{where} is a code cell without a list named \"outputs\": {SaveAgain}");
        }

        if (!cell.TryGetProperty("execution_count", out var count))
        {
            throw new NotebookException($"{where} is a code cell without \"execution_count\": {SaveAgain}");
        }

        return new NotebookCell(index, kind, source)
        {
            Id = id,
            Number = ++number,
            Tags = ReadTags(cell),
            Outputs = JsonArray.Create(outputs.Clone())!,
            ExecutionCount = TryInt(count, out var value) ? value : null,
            Spans = spans,
        };
    }

    private static string ReadSource(JsonElement cell, string where)
    {
        if (cell.TryGetProperty("source", out var source))
        {
            if (source.ValueKind == JsonValueKind.String)
            {
                return Unix(source.GetString()!);
            }

            if (source.ValueKind == JsonValueKind.Array && source.EnumerateArray().All(line => line.ValueKind == JsonValueKind.String))
            {
                return Unix(string.Concat(source.EnumerateArray().Select(line => line.GetString())));
            }
        }

        throw new NotebookException($"{where} has no \"source\"; expected a string or a list of strings.");
    }

    private static IReadOnlyList<string> ReadTags(JsonElement cell)
    {
        if (cell.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
            && metadata.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array)
        {
            return [.. tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)];
        }

        return [];
    }

    /// <summary>Walks the file once more for the places of the values; JsonDocument does not tell them.</summary>
    private static List<CellSpans> FindSpans(byte[] utf8, int start)
    {
        var reader = new Utf8JsonReader(utf8.AsSpan(start), new JsonReaderOptions { MaxDepth = MaxDepth });
        var spans = new List<CellSpans>();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCells = reader.ValueTextEquals("cells");
            reader.Read();
            if (!isCells || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                spans.Add(reader.TokenType == JsonTokenType.StartObject ? ReadCellSpans(ref reader, start) : CellSpans.None);
                reader.Skip();
            }
        }

        return spans;
    }

    private static CellSpans ReadCellSpans(ref Utf8JsonReader reader, int start)
    {
        var spans = CellSpans.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var first = start + (int)reader.TokenStartIndex;
            reader.Skip();
            var span = first..(start + (int)reader.BytesConsumed);
            spans = name switch
            {
                "source" => spans with { Source = span },
                "outputs" => spans with { Outputs = span },
                "execution_count" => spans with { ExecutionCount = span },
                _ => spans,
            };
        }

        return spans;
    }

    private static bool TryInt(JsonElement element, out int value)
    {
        value = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out value);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Unix(string text) => text.Replace("\r\n", "\n");

    [GeneratedRegex(@"\s*(Path: \S* \| )?LineNumber: \d+ \| BytePositionInLine: \d+\.?\s*$")]
    private static partial Regex PositionSuffix();
}
