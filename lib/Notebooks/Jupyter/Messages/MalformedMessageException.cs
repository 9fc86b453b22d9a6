namespace Notebooks.Jupyter.Messages;

/// <summary>A message that does not keep to the protocol; the reason is one line.</summary>
internal sealed class MalformedMessageException(string reason) : Exception(reason);
