using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;

namespace Notebooks.Jupyter.Kernel.Comms;

/// <summary>Closes every comm that a front end opens, which is how a kernel says that it does not know the target.</summary>
internal sealed class CommOpenHandler(IoPub ioPub) : IRequestHandler
{
    public string RequestType => "comm_open";

    public Task HandleAsync(Request request)
    {
        var content = new JsonObject { ["comm_id"] = request.Content.Text("comm_id"), ["data"] = new JsonObject() };
        ioPub.Publish("comm_close", request.Header, content);
        return Task.CompletedTask;
    }
}
