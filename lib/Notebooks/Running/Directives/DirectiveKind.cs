namespace Notebooks.Running.Directives;

/// <summary>The roles a cell's directive can give it.</summary>
public enum DirectiveKind
{
    /// <summary>The cell is the source of a file of lib/Course/Models.</summary>
    Export,

    /// <summary>The cell is a stub that the reader completes.</summary>
    Exercise,

    /// <summary>The cell checks the reader's completion of the exercise of that name.</summary>
    Check,
}
