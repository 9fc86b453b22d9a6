namespace Notebooks.Jupyter.Wire;

/// <summary>A message, or a command, on its way to a peer.</summary>
internal sealed class OutgoingItem
{
    private readonly IReadOnlyList<byte[]>? message;
    private readonly Command? command;

    internal OutgoingItem(IReadOnlyList<byte[]> message)
    {
        this.message = message;
        Size = message.Sum(part => (long)part.Length);
    }

    internal OutgoingItem(Command command)
    {
        this.command = command;
        Size = command.Data.Length;
    }

    /// <summary>Bytes of content.</summary>
    internal long Size { get; }

    internal void Write(Stream stream)
    {
        if (message is not null)
        {
            FrameWriter.WriteMessage(stream, message);
        }
        else
        {
            FrameWriter.WriteCommand(stream, command!);
        }
    }
}
