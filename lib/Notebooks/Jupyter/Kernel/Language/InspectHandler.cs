using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;

namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>Answers what the thing at the cursor is.</summary>
internal sealed class InspectHandler(SessionSource session) : IRequestHandler
{
    public string RequestType => "inspect_request";

    public async Task HandleAsync(Request request)
    {
        string code = request.Content.Text("code");
        int cursor = CursorPosition.ToUtf16(code, request.Content.IntegerOrNull("cursor_pos") ?? int.MaxValue);
        int detail = request.Content.IntegerOrNull("detail_level") ?? 0;
        var found = await session.Language.InspectAsync(code, cursor, detail, CancellationToken.None);
        var data = new JsonObject();
        if (found is not null)
        {
            data["text/plain"] = found.PlainText;
            data["text/markdown"] = found.Markdown;
        }

        request.Reply(new JsonObject
        {
            ["status"] = "ok",
            ["found"] = found is not null,
            ["data"] = data,
            ["metadata"] = new JsonObject(),
        });
    }
}
