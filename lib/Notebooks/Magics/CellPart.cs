namespace Notebooks.Magics;

/// <summary>A stretch of a cell: C# when <see cref="Magic"/> is null, else a magic with its text.</summary>
/// <param name="Magic">The magic, or null.</param>
/// <param name="Arguments">The rest of the magic's line.</param>
/// <param name="Text">C# padded with blank lines so that line numbers are the cell's, or the magic's body.</param>
/// <param name="Line">1-based line of the magic, or of the code's first line.</param>
internal sealed record CellPart(IMagic? Magic, string Arguments, string Text, int Line);
