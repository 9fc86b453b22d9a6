namespace Notebooks.Jupyter;

/// <summary>The kernel cannot start; the message is one line for the reader.</summary>
public sealed class JupyterException(string message) : Exception(message);
