using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;
using Notebooks.Jupyter.Wire;

namespace Notebooks.Jupyter.Kernel;

/// <summary>The channel on which the kernel tells all clients what happens.</summary>
internal sealed class IoPub : IDisposable
{
    // A client that missed one of the others would wait for it without end.
    private static readonly HashSet<string> Droppable =
        ["stream", "display_data", "update_display_data", "execute_result", "clear_output"];

    private readonly MessageCodec codec;
    private readonly PublishSocket socket;

    internal IoPub(IPEndPoint address, SocketLimits limits, MessageCodec codec, Action<string> log)
    {
        this.codec = codec;
        socket = new PublishSocket(address, limits, Welcome, log);
    }

    internal void Start() => socket.Start();

    internal void Close(TimeSpan patience) => socket.Close(patience);

    public void Dispose() => socket.Dispose();

    /// <summary>Publishes a message caused by the request with the given header.</summary>
    internal void Publish(string type, byte[]? parent, JsonObject content) =>
        socket.Publish(Encode(type, parent, content), Droppable.Contains(type), cut => DescribeCut(cut, parent));

    internal void Status(string state, byte[]? parent) => Publish("status", parent, new JsonObject { ["execution_state"] = state });

    private byte[][] Encode(string type, byte[]? parent, JsonObject content) =>
        codec.Encode([Encoding.ASCII.GetBytes($"kernel.{codec.Session}.{type}")], type, parent, content);

    // The topic must pass the filter of the subscription that it welcomes.
    private byte[][] Welcome(byte[] topic) => codec.Encode(
        [topic],
        "iopub_welcome",
        null,
        new JsonObject { ["subscription"] = Encoding.UTF8.GetString(topic) });

    private byte[][] DescribeCut(Cut cut, byte[]? parent)
    {
        string size = (cut.Bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
        return Encode("stream", parent, new JsonObject
        {
            ["name"] = "stderr",
            ["text"] = $"[output cut: {cut.Messages} messages, {size} MB, because this front end reads more slowly than the cell writes]\n",
        });
    }
}
