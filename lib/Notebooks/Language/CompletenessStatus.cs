namespace Notebooks.Language;

/// <summary>Whether code could run as it stands.</summary>
public enum CompletenessStatus
{
    /// <summary>It could run.</summary>
    Complete,

    /// <summary>Something is still open; another line is wanted.</summary>
    Incomplete,

    /// <summary>No further text at its end can make it compile.</summary>
    Invalid,
}
