namespace Notebooks.Errors;

/// <summary>A fault of the cell that the session itself finds; its message is all the reader needs.</summary>
internal sealed class CellFailure(string name, string message, int? line = null) : Exception(message)
{
    internal string Name { get; } = name;

    /// <summary>1-based line in the cell.</summary>
    internal int? Line { get; } = line;
}
