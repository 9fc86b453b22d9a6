using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;
using Notebooks.Language;

namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>Answers what could stand at the cursor.</summary>
internal sealed class CompleteHandler(SessionSource session) : IRequestHandler
{
    public string RequestType => "complete_request";

    public async Task HandleAsync(Request request)
    {
        string code = request.Content.Text("code");
        int cursor = CursorPosition.ToUtf16(code, request.Content.IntegerOrNull("cursor_pos") ?? int.MaxValue);
        var found = await session.Language.CompleteAsync(code, cursor, CancellationToken.None);
        int start = CursorPosition.ToCodePoints(code, found.Start);
        int end = CursorPosition.ToCodePoints(code, found.End);
        request.Reply(new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Items.Select(item => JsonValue.Create(item.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,

            // What front ends show beside each match; the form is that of Python's kernel.
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(item => Describe(item, start, end))]),
            },
        });
    }

    private static JsonObject Describe(CompletionItem item, int start, int end) => new()
    {
        ["start"] = start,
        ["end"] = end,
        ["text"] = item.Text,
        ["type"] = item.Kind.ToJupyterType(),
        ["signature"] = item.Signature ?? "",
    };
}
