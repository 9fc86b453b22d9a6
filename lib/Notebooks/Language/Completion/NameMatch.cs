namespace Notebooks.Language.Completion;

/// <summary>How well a name fits what was typed, the best first.</summary>
internal enum NameMatch
{
    /// <summary>It starts with it.</summary>
    Prefix,

    /// <summary>It starts with it, in other case.</summary>
    PrefixIgnoringCase,

    /// <summary>The starts of its words give it.</summary>
    Words,

    /// <summary>It does not fit.</summary>
    None,
}
