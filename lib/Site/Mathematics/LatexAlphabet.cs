namespace Site.Mathematics;

/// <summary>The alphabets that a formula can ask for.</summary>
internal enum LatexAlphabet
{
    /// <summary>Single letters slanted, as usual.</summary>
    Italic,

    /// <summary>Names, in upright letters.</summary>
    Upright,

    /// <summary>Bold letters.</summary>
    Bold,

    /// <summary>Letters with a double stroke, as for the real numbers.</summary>
    DoubleStruck,

    /// <summary>Script letters, as for a loss.</summary>
    Script,
}
