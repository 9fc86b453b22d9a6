using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;
using Notebooks.Language;

namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>Tells a console whether Enter should run the code or start a new line.</summary>
internal sealed class IsCompleteHandler(SessionSource session) : IRequestHandler
{
    public string RequestType => "is_complete_request";

    public Task HandleAsync(Request request)
    {
        var verdict = session.Language.CheckComplete(request.Content.Text("code"));
        request.Reply(verdict.Status switch
        {
            CompletenessStatus.Incomplete => new JsonObject { ["status"] = "incomplete", ["indent"] = verdict.Indent },
            CompletenessStatus.Invalid => new JsonObject { ["status"] = "invalid" },
            _ => new JsonObject { ["status"] = "complete" },
        });
        return Task.CompletedTask;
    }
}
