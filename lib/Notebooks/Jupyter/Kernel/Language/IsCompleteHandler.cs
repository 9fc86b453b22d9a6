using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;

namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>Tells a console whether Enter should run the code or start a new line.</summary>
internal sealed class IsCompleteHandler(ILanguageService language) : IRequestHandler
{
    public string RequestType => "is_complete_request";

    public Task HandleAsync(Request request)
    {
        var completeness = language.Check(request.Content.Text("code"));
        var content = new JsonObject { ["status"] = completeness.Status };
        if (completeness.Status == "incomplete")
        {
            content["indent"] = completeness.Indent;
        }

        request.Reply(content);
        return Task.CompletedTask;
    }
}
