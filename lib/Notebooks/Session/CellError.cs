namespace Notebooks.Session;

/// <summary>
/// Why a cell failed. <see cref="Line"/> and <see cref="Column"/> are 1-based places in the cell, null when none is known.
/// </summary>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback, int? Line, int? Column);
