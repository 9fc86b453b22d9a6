using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;

namespace Notebooks.Tests.Jupyter.Kernel;

/// <summary>A message from the kernel, its signature checked.</summary>
internal sealed class TestMessage
{
    private readonly JupyterMessage message;

    internal TestMessage(byte[][] parts) => message = new MessageCodec(TestKernel.Key).Decode(parts);

    internal string Type => message.Header.Type;

    internal string Id => message.Header.Id;

    internal string? ParentId => message.ParentId;

    internal JsonObject Content => message.Content;

    internal string Text(string name) => Content.Text(name);

    internal bool IsStatus(string state) => Type == "status" && Text("execution_state") == state;
}
