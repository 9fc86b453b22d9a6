using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Notebooks.Jupyter.Wire;

namespace Notebooks.Tests.Jupyter.Kernel;

/// <summary>A client's end of a ZeroMQ connection, written for the tests: no reconnects, no patience.</summary>
internal sealed class TestSocket : IDisposable
{
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(2);

    private readonly NetworkStream stream;
    private readonly FrameReader frames;
    private readonly BlockingCollection<byte[][]> messages = [];

    /// <param name="port">Where the kernel listens.</param>
    /// <param name="type">The socket's type.</param>
    /// <param name="identity">Its routing id.</param>
    /// <param name="reads">Whether it takes what comes; one that does not is slow until <see cref="StartReading"/>.</param>
    internal TestSocket(int port, string type, string identity = "", bool reads = true)
    {
        var socket = new Socket(System.Net.Sockets.SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        stream = new NetworkStream(socket, ownsSocket: true);
        byte[] greeting = Greeting.Create();
        greeting[11] = 1;
        stream.Write(greeting);
        stream.ReadExactly(new byte[Greeting.Length]);
        FrameWriter.WriteCommand(stream, new ReadyCommand(type, System.Text.Encoding.ASCII.GetBytes(identity)).ToCommand());
        frames = new FrameReader(stream, int.MaxValue);
        Assert.Equal("READY", Command.Parse(frames.Read()!.Value.Body).Name);
        if (reads)
        {
            StartReading();
        }
    }

    internal void StartReading() => new Thread(ReadAll) { IsBackground = true }.Start();

    internal void Send(params byte[][] parts)
    {
        // In one piece: a fuzzed frame before it may have ended the connection already.
        using var bytes = new MemoryStream();
        FrameWriter.WriteMessage(bytes, parts);
        SendRaw(bytes.ToArray());
    }

    internal void Send(Command command)
    {
        using var bytes = new MemoryStream();
        FrameWriter.WriteCommand(bytes, command);
        SendRaw(bytes.ToArray());
    }

    internal void SendRaw(byte[] bytes) => stream.Write(bytes);

    /// <summary>The next message; a command counts as a message of its name and data.</summary>
    internal byte[][] Receive() =>
        messages.TryTake(out byte[][]? message, HangGuard) ? message : throw new TimeoutException("No message came.");

    /// <summary>Whether the other side closed the connection.</summary>
    internal bool WaitForEnd() => SpinWait.SpinUntil(() => messages.IsAddingCompleted, HangGuard);

    public void Dispose() => stream.Dispose();

    private void ReadAll()
    {
        var parts = new List<byte[]>();
        try
        {
            while (frames.Read() is { } frame)
            {
                if (frame.IsCommand)
                {
                    var command = Command.Parse(frame.Body);
                    messages.Add([System.Text.Encoding.ASCII.GetBytes(command.Name), command.Data]);
                    continue;
                }

                parts.Add(frame.Body);
                if (!frame.HasMore)
                {
                    messages.Add([.. parts]);
                    parts.Clear();
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The test ended, or the kernel closed the connection.
        }
        finally
        {
            messages.CompleteAdding();
        }
    }
}
