using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;

namespace Notebooks.Jupyter.Kernel;

/// <summary>Ends the kernel; who asks for a restart launches the next one.</summary>
internal sealed class ShutdownHandler(IoPub ioPub, Action stop) : IRequestHandler
{
    public string RequestType => "shutdown_request";

    public Task HandleAsync(Request request)
    {
        bool restart = request.Content.Flag("restart", absent: false);
        request.Reply(Content(restart));
        ioPub.Publish("shutdown_reply", request.Header, Content(restart));
        stop();
        return Task.CompletedTask;
    }

    private static JsonObject Content(bool restart) => new() { ["status"] = "ok", ["restart"] = restart };
}
