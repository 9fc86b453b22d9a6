using System.Net;
using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;
using Notebooks.Jupyter.Wire;

namespace Notebooks.Jupyter.Kernel;

/// <summary>The stdin channel, on which a running cell asks its client for a line of text.</summary>
internal sealed class StandardInput : IDisposable
{
    // A client connects its sockets one after the other; the first cell may ask before the last is there.
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(2);

    private readonly MessageCodec codec;
    private readonly Action<string> log;
    private readonly RouterSocket socket;
    private readonly Lock gate = new();
    private Question? asked;

    internal StandardInput(IPEndPoint address, SocketLimits limits, MessageCodec codec, Action<string> log)
    {
        this.codec = codec;
        this.log = log;
        socket = new RouterSocket(address, limits, Receive, log);
    }

    internal void Start() => socket.Start();

    internal void Close(TimeSpan patience) => socket.Close(patience);

    public void Dispose() => socket.Dispose();

    /// <summary>Asks the client of a request, and waits for the answer; null when it has no stdin channel.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    internal string? Ask(Request request, string prompt, bool password, CancellationToken cancel)
    {
        if (!WaitForClient(request.Client, cancel))
        {
            return null;
        }

        var content = new JsonObject { ["prompt"] = prompt, ["password"] = password };
        byte[][] message = codec.Encode(request.Route, "input_request", request.Header, content, out string id);
        var question = new Question(id, request.Client);
        lock (gate)
        {
            asked = question;
        }

        socket.Send(request.Client, message);
        question.Answer.Task.Wait(cancel);
        return question.Answer.Task.Result;
    }

    private bool WaitForClient(RoutingId client, CancellationToken cancel)
    {
        long end = Environment.TickCount64 + (long)ConnectPatience.TotalMilliseconds;
        while (!socket.Knows(client))
        {
            if (Environment.TickCount64 > end || cancel.WaitHandle.WaitOne(10))
            {
                cancel.ThrowIfCancellationRequested();
                return false;
            }
        }

        return true;
    }

    private void Receive(RoutingId client, byte[][] parts)
    {
        try
        {
            var message = codec.Decode(parts);
            if (message.Header.Type != "input_reply")
            {
                throw new MalformedMessageException($"{message.Header.Type} where only input_reply is expected");
            }

            Settle(client, message);
        }
        catch (MalformedMessageException malformed)
        {
            log($"stdin message dropped: {malformed.Message}");
        }
    }

    // Not every client fills in the parent; one that does must mean the question that is open.
    private void Settle(RoutingId client, JupyterMessage message)
    {
        string value = message.Content.Text("value");
        lock (gate)
        {
            if (asked is { } question && question.Client == client && (message.ParentId is null || message.ParentId == question.Id))
            {
                asked = null;
                question.Answer.TrySetResult(value);
            }
        }
    }

    private sealed record Question(string Id, RoutingId Client)
    {
        internal TaskCompletionSource<string> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
