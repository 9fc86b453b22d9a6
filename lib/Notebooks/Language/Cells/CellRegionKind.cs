namespace Notebooks.Language.Cells;

/// <summary>What a stretch of a cell holds.</summary>
internal enum CellRegionKind
{
    /// <summary>C# code.</summary>
    Code,

    /// <summary>A line that starts with a magic, known or not.</summary>
    MagicLine,

    /// <summary>A magic's text, in a language of its own.</summary>
    MagicBody,

    /// <summary>A line with <c>#r</c>, <c>#i</c> or <c>#load</c>, or a lone <c>#</c>.</summary>
    DirectiveLine,
}
