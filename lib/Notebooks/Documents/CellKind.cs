namespace Notebooks.Documents;

/// <summary>The three cell types of nbformat 4.</summary>
public enum CellKind
{
    /// <summary>A cell that runs.</summary>
    Code,

    /// <summary>Prose.</summary>
    Markdown,

    /// <summary>Text that a front end passes through unchanged.</summary>
    Raw,
}
