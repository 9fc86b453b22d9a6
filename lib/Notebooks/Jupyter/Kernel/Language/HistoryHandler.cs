using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;
using Notebooks.Language;

namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>Answers which cells ran before.</summary>
internal sealed class HistoryHandler(InputHistory history) : IRequestHandler
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
        int? most = content.IntegerOrNull("n") is { } n ? Math.Max(0, n) : null;
        return content.Text("hist_access_type") switch
        {
            "tail" => history.Tail(most ?? int.MaxValue),
            "search" => history.Search(content.TextOrNull("pattern") ?? "*", most, content.Flag("unique", absent: false)),
            "range" => history.Range(
                content.IntegerOrNull("session") ?? 0, content.IntegerOrNull("start") ?? 1, content.IntegerOrNull("stop")),
            var other => throw new MalformedMessageException($"hist_access_type is \"{other}\", not tail, search or range"),
        };
    }

    private static JsonArray ToJson(HistoryEntry entry, bool withOutput) =>
        [entry.Session, entry.Cell, withOutput ? new JsonArray(entry.Input, entry.Output) : JsonValue.Create(entry.Input)];
}
