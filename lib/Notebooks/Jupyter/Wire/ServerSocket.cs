using System.Net;
using System.Net.Sockets;

namespace Notebooks.Jupyter.Wire;

/// <summary>
/// A bound ZeroMQ socket: takes connections and keeps each until its peer goes or misbehaves. A fault of one peer never
/// reaches another.
/// </summary>
internal abstract class ServerSocket : IDisposable
{
    private const int ThreadStackBytes = 256 << 10;

    private static readonly TimeSpan AcceptPause = TimeSpan.FromMilliseconds(10);

    private readonly SocketType type;
    private readonly SocketLimits limits;
    private readonly Action<string> log;
    private readonly TcpListener listener;
    private readonly Lock gate = new();
    private readonly HashSet<PeerConnection> connections = [];
    private bool closed;
    private int assigned;

    /// <exception cref="SocketException">The address cannot be bound.</exception>
    private protected ServerSocket(SocketType type, IPEndPoint address, SocketLimits limits, Action<string> log)
    {
        this.type = type;
        this.limits = limits;
        this.log = log;
        listener = new TcpListener(address);
        listener.Start();
    }

    /// <summary>Where the socket listens.</summary>
    internal IPEndPoint Address => (IPEndPoint)listener.LocalEndpoint;

    /// <summary>Begins to take connections.</summary>
    internal void Start() => Begin(AcceptAll, $"{type.Name} listener");

    /// <summary>Takes no more connections, sends what waits, and closes those there are.</summary>
    internal void Close(TimeSpan patience)
    {
        long end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        foreach (var connection in StopListening())
        {
            connection.Close(TimeSpan.FromMilliseconds(Math.Max(0, end - Environment.TickCount64)));
        }
    }

    public void Dispose()
    {
        foreach (var connection in StopListening())
        {
            connection.Dispose();
        }
    }

    /// <summary>A peer has connected.</summary>
    private protected virtual void OnJoined(PeerConnection peer)
    {
    }

    /// <summary>A peer has gone.</summary>
    private protected virtual void OnLeft(PeerConnection peer)
    {
    }

    /// <summary>A message has come; called on the peer's own thread.</summary>
    private protected abstract void OnMessage(PeerConnection peer, byte[][] message);

    /// <summary>A command other than PING has come.</summary>
    private protected virtual void OnCommand(PeerConnection peer, Command command)
    {
    }

    private static void Begin(ThreadStart work, string name) =>
        new Thread(work, ThreadStackBytes) { IsBackground = true, Name = name }.Start();

    private PeerConnection[] StopListening()
    {
        lock (gate)
        {
            closed = true;
            listener.Stop();
            return [.. connections];
        }
    }

    private void AcceptAll()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = listener.AcceptSocket();
            }
            catch (SocketException) when (!closed)
            {
                // The peer was gone before it was taken, or there are too many open files for now.
                Thread.Sleep(AcceptPause);
                continue;
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            Begin(() => Serve(socket), $"{type.Name} reader");
        }
    }

    private void Serve(Socket socket)
    {
        PeerConnection? peer = null;
        bool joined = false;
        try
        {
            peer = new PeerConnection(socket, limits);
            if (!TryKeep(peer))
            {
                return;
            }

            peer.Open(type, () => RoutingId.Assigned(Interlocked.Increment(ref assigned)));
            OnJoined(peer);
            joined = true;
            peer.ReadAll(message => OnMessage(peer, message), command => Obey(peer, command));
        }
        catch (Exception exception)
        {
            // Of any kind: whatever one peer sends, the process and the other peers go on.
            if (!closed)
            {
                log($"{type.Name} socket: connection closed: {exception.Message}");
            }
        }
        finally
        {
            socket.Dispose();
            if (peer is not null)
            {
                Forget(peer, joined);
            }
        }
    }

    private bool TryKeep(PeerConnection peer)
    {
        lock (gate)
        {
            if (closed || connections.Count >= limits.MostConnections)
            {
                return false;
            }

            connections.Add(peer);
            return true;
        }
    }

    private void Forget(PeerConnection peer, bool joined)
    {
        peer.Dispose();
        lock (gate)
        {
            connections.Remove(peer);
        }

        if (joined)
        {
            OnLeft(peer);
        }
    }

    private void Obey(PeerConnection peer, Command command)
    {
        if (command.Name == "PING")
        {
            // Two bytes of time to live, then a context that the answer repeats.
            peer.Send(new OutgoingItem(new Command("PONG", command.Data.Length > 2 ? command.Data[2..] : [])));
        }
        else
        {
            OnCommand(peer, command);
        }
    }
}
