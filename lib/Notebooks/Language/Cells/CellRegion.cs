namespace Notebooks.Language.Cells;

/// <summary>A stretch of a cell, in whole lines.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last character; the line's end is not part of it.</param>
internal sealed record CellRegion(CellRegionKind Kind, int Start, int End);
