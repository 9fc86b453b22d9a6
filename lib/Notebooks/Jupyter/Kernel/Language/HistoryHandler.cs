using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;

namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>Answers which cells ran before.</summary>
internal sealed class HistoryHandler(IInputHistory history) : IRequestHandler
{
    public string RequestType => "history_request";

    public Task HandleAsync(Request request)
    {
        var content = request.Content;
        bool withOutput = content.Flag("output", absent: false);
        request.Reply(new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. Find(content).Select(entry => ToJson(entry, withOutput))]),
        });
        return Task.CompletedTask;
    }

    private IReadOnlyList<HistoryEntry> Find(JsonObject content)
    {
        int most = Math.Max(0, content.Integer("n", absent: int.MaxValue));
        return content.Text("hist_access_type") switch
        {
            "tail" => history.Tail(most, null, unique: false),
            "search" => history.Tail(most, content.TextOrNull("pattern") ?? "*", content.Flag("unique", absent: false)),
            "range" => history.Range(
                content.Integer("session", absent: 0),
                content.Integer("start", absent: 1),
                content.Integer("stop", absent: -1) is >= 0 and var stop ? stop : null),
            var other => throw new MalformedMessageException($"hist_access_type is \"{other}\", not tail, search or range"),
        };
    }

    // With output, the text is a pair of input and output; outputs are not kept.
    private static JsonArray ToJson(HistoryEntry entry, bool withOutput) =>
        [entry.Session, entry.Number, withOutput ? new JsonArray(entry.Code, null) : JsonValue.Create(entry.Code)];
}
