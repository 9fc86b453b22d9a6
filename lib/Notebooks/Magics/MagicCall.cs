namespace Notebooks.Magics;

/// <summary>One use of a magic.</summary>
/// <param name="Host">The session it runs in.</param>
/// <param name="Arguments">The rest of its line.</param>
/// <param name="Body">The lines that belong to it.</param>
/// <param name="Line">1-based line of the magic in the cell.</param>
internal sealed record MagicCall(IMagicHost Host, MagicArguments Arguments, string Body, int Line);
