namespace Notebooks.Jupyter.Messages;

/// <summary>What the kernel uses of a message's header.</summary>
/// <param name="Id">Unique to the message.</param>
/// <param name="Session">The client's session.</param>
/// <param name="Type">What the message asks, such as "execute_request".</param>
internal sealed record MessageHeader(string Id, string Session, string Type);
