using System.Text;

namespace Notebooks.Jupyter.Wire;

/// <summary>Opens a connection: greetings, then READY from both sides.</summary>
internal static class Handshake
{
    /// <summary>Performs this side's part and returns what the peer says it is.</summary>
    /// <param name="input">What the peer sends.</param>
    /// <param name="output">What goes to the peer.</param>
    /// <param name="frames">Cuts <paramref name="input"/> into frames after the greeting.</param>
    /// <param name="socket">This side's type.</param>
    /// <exception cref="WireException">The peer does not speak ZMTP 3 without security, or its socket type does not fit.</exception>
    /// <exception cref="IOException">The connection ended.</exception>
    internal static ReadyCommand Perform(Stream input, Stream output, FrameReader frames, SocketType socket)
    {
        output.Write(Greeting.Create());
        output.Flush();
        byte[] theirs = new byte[Greeting.Length];
        input.ReadExactly(theirs);
        Greeting.Check(theirs);

        FrameWriter.WriteCommand(output, new ReadyCommand(socket.Name, []).ToCommand());
        output.Flush();
        if (frames.Read() is not { } frame)
        {
            throw new EndOfStreamException();
        }

        if (!frame.IsCommand)
        {
            throw new WireException("a message before READY");
        }

        var ready = ReadyCommand.Parse(Command.Parse(frame.Body));
        if (!socket.Peers.Contains(ready.SocketType))
        {
            string reason = $"{socket.Name} does not talk to {ready.SocketType}";
            FrameWriter.WriteCommand(output, new Command("ERROR", [(byte)reason.Length, .. Encoding.ASCII.GetBytes(reason)]));
            output.Flush();
            throw new WireException(reason);
        }

        return ready;
    }
}
