namespace Notebooks.Language.Completion;

/// <summary>How likely a kind of completion is what the reader wants, the likeliest first.</summary>
internal enum CompletionRank
{
    /// <summary>What the place asks for: a member of the expected enumeration, a property to set.</summary>
    Expected,

    /// <summary>An argument's name.</summary>
    Argument,

    /// <summary>A variable or parameter declared in the cell's code.</summary>
    Local,

    /// <summary>What cells declared at top level.</summary>
    Session,

    /// <summary>A member of the value or type before the dot.</summary>
    Member,

    /// <summary>An extension method.</summary>
    Extension,

    /// <summary>A keyword.</summary>
    Keyword,

    /// <summary>What a <c>using static</c> brings.</summary>
    Imported,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A namespace.</summary>
    Namespace,

    /// <summary>What every object has.</summary>
    Universal,
}
