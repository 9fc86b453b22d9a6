using System.Text.Json.Nodes;

namespace Notebooks.Documents;

/// <summary>One cell of a notebook as it was read.</summary>
public sealed class NotebookCell
{
    internal NotebookCell(int index, CellKind kind, string source)
    {
        Index = index;
        Kind = kind;
        Source = source;
    }

    /// <summary>Position among all cells, from 0.</summary>
    public int Index { get; }

    /// <summary>The cell's type.</summary>
    public CellKind Kind { get; }

    /// <summary>The cell's text, lines separated by "\n".</summary>
    public string Source { get; }

    /// <summary>Position among the code cells, from 1: what a front end shows as [n] after "run all". 0 for other cells.</summary>
    public int Number { get; internal init; }

    /// <summary>The cell's id; null before nbformat 4.5.</summary>
    public string? Id { get; internal init; }

    /// <summary>Jupyter's tags, from the cell's metadata.</summary>
    public IReadOnlyList<string> Tags { get; internal init; } = [];

    /// <summary>Stored outputs of a code cell; empty for other cells. Treat as read-only.</summary>
    public JsonArray Outputs { get; internal init; } = [];

    /// <summary>Stored execution count.</summary>
    public int? ExecutionCount { get; internal init; }

    /// <summary>First line of the source that is not blank, without surrounding blanks.</summary>
    public string FirstLine => Source.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "";

    internal CellSpans Spans { get; init; } = CellSpans.None;
}
