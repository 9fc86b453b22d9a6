using System.Text;
using System.Text.Json.Nodes;

namespace Notebooks.Documents;

/// <summary>
/// A Jupyter notebook (nbformat 4). The bytes of the file are kept: writing an unchanged document gives them back, and an
/// edit replaces nothing but the values it names, so key order, unknown metadata and layout survive.
/// </summary>
public sealed class NotebookDocument
{
    // {"cells": [{"outputs": VALUE}]}: the value stands at the third nesting level.
    private const int CellValueDepth = 3;

    private readonly byte[] _utf8;
    private readonly NotebookLayout _layout;

    internal NotebookDocument(string path, byte[] utf8, IReadOnlyList<NotebookCell> cells, JsonObject metadata, int minor)
    {
        Path = path;
        Cells = cells;
        Metadata = metadata;
        FormatMinor = minor;
        _utf8 = utf8;
        _layout = NotebookLayout.Detect(utf8);
    }

    /// <summary>The file the document came from, as given.</summary>
    public string Path { get; }

    /// <summary>File name without folder and extension, for example 02-vit.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Every cell, in order.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>The notebook's metadata. Treat as read-only.</summary>
    public JsonObject Metadata { get; }

    /// <summary>nbformat_minor: 5 for nbformat 4.5.</summary>
    public int FormatMinor { get; }

    /// <summary>The code cells, in order.</summary>
    public IEnumerable<NotebookCell> CodeCells => Cells.Where(cell => cell.Kind == CellKind.Code);

    /// <summary>Reads a notebook from a file.</summary>
    /// <exception cref="NotebookException">The file is missing, is not JSON, or is not an nbformat 4 notebook.</exception>
    public static NotebookDocument Load(string path)
    {
        if (Directory.Exists(path))
        {
            throw new NotebookException($"{path} is a folder, not a notebook.");
        }

        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookException($"{path}: there is no such notebook.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads a notebook from the bytes of its file; the path names it in messages.</summary>
    /// <exception cref="NotebookException">The bytes are not JSON or not an nbformat 4 notebook.</exception>
    public static NotebookDocument Parse(byte[] utf8, string path) => NotebookReader.Read(utf8, path);

    /// <summary>The file's bytes, unchanged.</summary>
    public byte[] ToBytes() => [.. _utf8];

    /// <summary>The file's bytes with some code cells changed. A value that is already there keeps its bytes.</summary>
    /// <param name="edits">New values by cell index.</param>
    public byte[] ToBytes(IReadOnlyDictionary<int, CellEdit> edits)
    {
        var replacements = new List<(Range Span, string Text)>();
        foreach (var (index, edit) in edits)
        {
            var cell = Cells[index];
            if (cell.Kind != CellKind.Code)
            {
                throw new ArgumentException($"Cell {index} of {Path} is not a code cell: it has no outputs to change.", nameof(edits));
            }

            if (edit.Source is not null && edit.Source != cell.Source)
            {
                replacements.Add((cell.Spans.Source!.Value, Format(JupyterJson.Lines(edit.Source))));
            }

            if (!JsonNode.DeepEquals(edit.Outputs, cell.Outputs))
            {
                replacements.Add((cell.Spans.Outputs!.Value, Format(edit.Outputs)));
            }

            if (edit.ExecutionCount != cell.ExecutionCount)
            {
                replacements.Add((cell.Spans.ExecutionCount!.Value, edit.ExecutionCount?.ToString() ?? "null"));
            }
        }

        using var result = new MemoryStream(_utf8.Length);
        var position = 0;
        foreach (var (span, text) in replacements.OrderBy(replacement => replacement.Span.Start.Value))
        {
            result.Write(_utf8.AsSpan(position..span.Start.Value));
            result.Write(Encoding.UTF8.GetBytes(text));
            position = span.End.Value;
        }

        result.Write(_utf8.AsSpan(position..));
        return result.ToArray();
    }

    private string Format(JsonNode node) => JupyterJson.Format(node, _layout.Indent, CellValueDepth, _layout.NewLine);
}
