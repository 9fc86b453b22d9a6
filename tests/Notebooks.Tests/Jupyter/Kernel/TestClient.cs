using System.Text;
using System.Text.Json.Nodes;
using Notebooks.Jupyter;
using Notebooks.Jupyter.Messages;

namespace Notebooks.Tests.Jupyter.Kernel;

/// <summary>A front end with the four sockets that carry messages.</summary>
internal sealed class TestClient : IDisposable
{
    private readonly MessageCodec codec;

    /// <param name="connection">The kernel.</param>
    /// <param name="identity">The routing id of all its sockets; by default one that no other client has.</param>
    internal TestClient(ConnectionFile connection, string identity = "")
    {
        Identity = identity.Length > 0 ? identity : Guid.NewGuid().ToString();
        codec = new MessageCodec(connection.Key);
        Shell = new TestSocket(connection.ShellPort, "DEALER", Identity);
        Control = new TestSocket(connection.ControlPort, "DEALER", Identity);
        Stdin = new TestSocket(connection.StdinPort, "DEALER", Identity);
        IoPub = new TestSocket(connection.IoPubPort, "SUB");
        IoPub.Send([1]);
        Welcome = new TestMessage(IoPub.Receive());
    }

    internal string Identity { get; }

    internal TestSocket Shell { get; }

    internal TestSocket Control { get; }

    internal TestSocket Stdin { get; }

    internal TestSocket IoPub { get; }

    internal TestMessage Welcome { get; }

    /// <summary>Sends a request on shell; returns its id.</summary>
    internal string Send(string type, JsonObject content) => Send(Shell, type, content);

    /// <summary>Sends a message and returns its id.</summary>
    internal string Send(TestSocket socket, string type, JsonObject content)
    {
        socket.Send(codec.Encode([], type, null, content, out string id));
        return id;
    }

    internal string SendCode(string code, Action<JsonObject>? change = null)
    {
        var content = new JsonObject { ["code"] = code };
        change?.Invoke(content);
        return Send("execute_request", content);
    }

    /// <summary>What a request caused, up to its idle status.</summary>
    internal Answer Await(string id, TestSocket? channel = null)
    {
        var published = new List<TestMessage>();
        while (published.Count == 0 || !published[^1].IsStatus("idle"))
        {
            var message = new TestMessage(IoPub.Receive());
            if (message.ParentId == id)
            {
                published.Add(message);
            }
        }

        return new Answer(AwaitReply(id, channel), published);
    }

    internal TestMessage AwaitReply(string id, TestSocket? channel = null)
    {
        while (true)
        {
            var message = new TestMessage((channel ?? Shell).Receive());
            if (message.ParentId == id)
            {
                return message;
            }
        }
    }

    internal Answer Ask(string type, JsonObject? content = null) => Await(Send(type, content ?? []));

    internal Answer Run(string code, Action<JsonObject>? change = null) => Await(SendCode(code, change));

    /// <summary>Waits until a cell has written a text.</summary>
    internal void AwaitText(string id, string text)
    {
        var seen = new StringBuilder();
        while (!seen.ToString().Contains(text))
        {
            var message = new TestMessage(IoPub.Receive());
            if (message.ParentId == id && message.Type == "stream")
            {
                seen.Append(message.Text("text"));
            }
        }
    }

    /// <summary>Waits until the kernel says that it is busy with a request.</summary>
    internal void AwaitBusy(string id)
    {
        TestMessage next;
        do
        {
            next = new TestMessage(IoPub.Receive());
        }
        while (next.ParentId != id || !next.IsStatus("busy"));
    }

    public void Dispose()
    {
        Shell.Dispose();
        Control.Dispose();
        Stdin.Dispose();
        IoPub.Dispose();
    }

    /// <summary>A reply and the messages published between busy and idle.</summary>
    internal sealed record Answer(TestMessage Reply, IReadOnlyList<TestMessage> Published)
    {
        internal string Status => Reply.Text("status");

        /// <summary>The published types, the statuses left out.</summary>
        internal IEnumerable<string> Types => Published.Where(message => message.Type != "status").Select(message => message.Type);

        internal TestMessage Single(string type) => Assert.Single(Published, message => message.Type == type);

        internal string Stream(string name) => string.Concat(
            Published.Where(message => message.Type == "stream" && message.Text("name") == name).Select(message => message.Text("text")));

        internal string Result => (string)Single("execute_result").Content["data"]!["text/plain"]!;
    }
}
