using System.Text.Json.Nodes;

namespace Notebooks.Jupyter.Kernel.Comms;

/// <summary>Answers which comms are open: none, as this kernel has no target for them.</summary>
internal sealed class CommInfoHandler : IRequestHandler
{
    public string RequestType => "comm_info_request";

    public Task HandleAsync(Request request)
    {
        request.Reply(new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() });
        return Task.CompletedTask;
    }
}
