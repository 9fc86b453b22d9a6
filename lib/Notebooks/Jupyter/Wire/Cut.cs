namespace Notebooks.Jupyter.Wire;

/// <summary>What a slow subscriber missed.</summary>
internal readonly record struct Cut(long Messages, long Bytes)
{
    internal Cut Add(long bytes) => new(Messages + 1, Bytes + bytes);
}
