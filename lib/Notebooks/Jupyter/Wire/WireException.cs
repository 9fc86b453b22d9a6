namespace Notebooks.Jupyter.Wire;

/// <summary>A peer that does not keep to ZMTP; its connection is closed.</summary>
internal sealed class WireException(string message) : IOException(message);
