namespace Notebooks.Documents;

/// <summary>A notebook that cannot be read or used. The message is one line for the user: what is wrong and what to do.</summary>
public sealed class NotebookException : Exception
{
    /// <summary>Creates the exception with its one-line message.</summary>
    public NotebookException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
