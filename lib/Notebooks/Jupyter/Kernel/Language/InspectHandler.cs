using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;

namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>Answers what the thing at the cursor is.</summary>
internal sealed class InspectHandler(ILanguageService language) : IRequestHandler
{
    public string RequestType => "inspect_request";

    public async Task HandleAsync(Request request)
    {
        string code = request.Content.Text("code");
        int cursor = CursorPosition.ToUtf16(code, request.Content.Integer("cursor_pos", absent: int.MaxValue));
        int detail = request.Content.Integer("detail_level", absent: 0);
        var found = await language.InspectAsync(code, cursor, detail, CancellationToken.None);
        var data = new JsonObject();
        foreach (var (mimeType, text) in found ?? new Dictionary<string, string>())
        {
            data[mimeType] = text;
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
