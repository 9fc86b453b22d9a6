using System.Text.Json.Nodes;
using Notebooks.Jupyter.Kernel.Execution;

namespace Notebooks.Jupyter.Kernel;

/// <summary>Interrupts the running cell.</summary>
internal sealed class InterruptHandler(RunningCell running) : IRequestHandler
{
    public string RequestType => "interrupt_request";

    public Task HandleAsync(Request request)
    {
        running.Interrupt();
        request.Reply(new JsonObject { ["status"] = "ok" });
        return Task.CompletedTask;
    }
}
