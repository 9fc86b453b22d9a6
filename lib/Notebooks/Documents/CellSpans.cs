namespace Notebooks.Documents;

/// <summary>Where the values of a cell that a run may change lie in the file, in bytes.</summary>
internal sealed record CellSpans(Range? Source, Range? Outputs, Range? ExecutionCount)
{
    public static readonly CellSpans None = new(null, null, null);
}
