using System.Net.Sockets;

namespace Notebooks.Jupyter.Wire;

/// <summary>
/// One TCP connection. Reading and writing have a thread each: they must go on while a cell keeps the thread pool busy.
/// </summary>
internal sealed class PeerConnection : IDisposable
{
    private const int BufferBytes = 64 << 10;
    private const int ThreadStackBytes = 256 << 10;

    private readonly Socket socket;
    private readonly NetworkStream network;
    private readonly BufferedStream input;
    private readonly BufferedStream output;
    private readonly FrameReader frames;
    private readonly SocketLimits limits;
    private readonly OutgoingQueue outgoing;
    private Thread? writer;

    internal PeerConnection(Socket socket, SocketLimits limits)
    {
        this.socket = socket;
        this.limits = limits;
        socket.NoDelay = true;
        network = new NetworkStream(socket, ownsSocket: true);
        input = new BufferedStream(network, BufferBytes);
        output = new BufferedStream(network, BufferBytes);
        frames = new FrameReader(input, limits.LongestFrame);
        outgoing = new OutgoingQueue(limits.MostDroppableWaiting, limits.MostWaiting);
    }

    /// <summary>The peer's name, once the connection is open.</summary>
    internal RoutingId Id { get; private set; }

    /// <summary>Shakes hands, then starts sending what is queued.</summary>
    /// <param name="type">This side's socket type.</param>
    /// <param name="assignId">Names a peer that has no name of its own.</param>
    internal void Open(SocketType type, Func<RoutingId> assignId)
    {
        network.ReadTimeout = network.WriteTimeout = (int)limits.HandshakeTime.TotalMilliseconds;
        var ready = Handshake.Perform(input, output, frames, type);
        network.ReadTimeout = network.WriteTimeout = Timeout.Infinite;
        Id = ready.Identity.Length > 0 ? RoutingId.Chosen(ready.Identity) : assignId();
        writer = new Thread(WriteAll, ThreadStackBytes) { IsBackground = true, Name = $"{type.Name} writer" };
        writer.Start();
    }

    /// <summary>Reads until the peer goes.</summary>
    /// <exception cref="IOException">The peer broke off, or the protocol.</exception>
    internal void ReadAll(Action<byte[][]> onMessage, Action<Command> onCommand)
    {
        var parts = new List<byte[]>();
        long size = 0;
        while (frames.Read() is { } frame)
        {
            if (frame.IsCommand)
            {
                onCommand(Command.Parse(frame.Body));
                continue;
            }

            parts.Add(frame.Body);
            size += frame.Body.Length;
            if (parts.Count > limits.MostParts || size > limits.LongestMessage)
            {
                throw new WireException($"a message of more than {limits.MostParts} parts or {limits.LongestMessage} bytes");
            }

            if (!frame.HasMore)
            {
                onMessage([.. parts]);
                parts.Clear();
                size = 0;
            }
        }
    }

    /// <summary>Whether an item that may be dropped would be taken now.</summary>
    internal bool HasRoom(OutgoingItem item) => outgoing.HasRoom(item);

    /// <summary>Queues an item; false when it may be dropped and there is no room. A peer without room for the others is cut off.</summary>
    internal bool Send(OutgoingItem item, bool droppable = false)
    {
        if (outgoing.TryAdd(item, droppable))
        {
            return true;
        }

        if (!droppable)
        {
            Dispose();
        }

        return false;
    }

    /// <summary>Sends what waits, as far as the peer takes it in time, then closes.</summary>
    internal void Close(TimeSpan patience)
    {
        outgoing.Complete();
        writer?.Join(patience);
        Dispose();
    }

    public void Dispose()
    {
        outgoing.Complete();
        network.Dispose();
    }

    private void WriteAll()
    {
        try
        {
            while (outgoing.Take() is { } item)
            {
                // What is queued together leaves in one packet.
                for (var next = item; next is not null; next = outgoing.TryTake())
                {
                    next.Write(output);
                }

                output.Flush();
            }

            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception)
        {
            // The connection has gone, which streams report in several ways. The reading side tells why.
            Dispose();
        }
    }
}
