using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;

namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>Answers what could stand at the cursor.</summary>
internal sealed class CompleteHandler(ILanguageService language) : IRequestHandler
{
    public string RequestType => "complete_request";

    public async Task HandleAsync(Request request)
    {
        string code = request.Content.Text("code");
        int cursor = CursorPosition.ToUtf16(code, request.Content.Integer("cursor_pos", absent: int.MaxValue));
        var answer = await language.CompleteAsync(code, cursor, CancellationToken.None);
        int start = CursorPosition.ToCodePoints(code, answer.Start);
        int end = CursorPosition.ToCodePoints(code, answer.End);
        request.Reply(new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. answer.Items.Select(item => JsonValue.Create(item.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,

            // What JupyterLab, Notebook and VS Code show beside each match; IPython's kernel set the form.
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. answer.Items.Select(item => Describe(item, start, end))]),
            },
        });
    }

    private static JsonObject Describe(Completion item, int start, int end) => new()
    {
        ["start"] = start,
        ["end"] = end,
        ["text"] = item.Text,
        ["type"] = item.Kind,
        ["signature"] = item.Signature ?? "",
    };
}
