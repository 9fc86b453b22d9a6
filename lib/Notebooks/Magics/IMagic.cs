namespace Notebooks.Magics;

/// <summary>A command that starts a line of a cell with <c>#!</c>.</summary>
internal interface IMagic
{
    /// <summary>What the reader writes, with the <c>#!</c>.</summary>
    string Name { get; }

    /// <summary>One line for <c>#!lsmagic</c>.</summary>
    string Summary { get; }

    /// <summary>Whether the lines up to the next magic are its text, in place of C#.</summary>
    bool TakesBody { get; }

    /// <exception cref="Errors.CellFailure">The magic cannot do what it was asked.</exception>
    void Run(MagicCall call);
}
