using System.Text.Json.Nodes;
using Notebooks.Language;
using Notebooks.Session;

namespace Notebooks.Jupyter.Kernel.Execution;

/// <summary>Runs cells.</summary>
internal sealed class ExecuteHandler(
    SessionSource session, IoPub ioPub, StandardInput input, RunningCell running, InputHistory history) : IRequestHandler
{
    private static readonly CellError Interrupted = new(
        "Interrupted", "The cell was interrupted.", ["The cell was interrupted. What it had declared by then is kept."], null, null);

    private static readonly MimeBundle NoValue = new(new Dictionary<string, JsonNode>());

    private int executionCount;

    public string RequestType => "execute_request";

    /// <summary>Raised when a cell failed whose client wants the waiting ones to be aborted.</summary>
    internal event Action? Failed;

    public async Task HandleAsync(Request request)
    {
        if (request.IsAborted)
        {
            request.Reply(new JsonObject { ["status"] = "aborted", ["execution_count"] = executionCount });
            return;
        }

        var asked = ExecuteRequest.Parse(request.Content);
        if (asked.StoreHistory)
        {
            executionCount++;
        }

        if (!asked.Silent)
        {
            ioPub.Publish(
                "execute_input",
                request.Header,
                new JsonObject { ["code"] = asked.Code, ["execution_count"] = executionCount });
        }

        if (HelpQuestion.NameIn(asked.Code) is { } name)
        {
            await AnswerAsync(request, asked, name);
            return;
        }

        var interrupt = running.Begin(request.Header);
        try
        {
            var error = await RunAsync(request, asked, interrupt.Token);
            if (error is not null && asked.StopOnError)
            {
                Failed?.Invoke();
            }

            request.Reply(error is null
                ? Success(await EvaluateAsync(asked.UserExpressions, interrupt.Token), [])
                : Failure(error));
        }
        finally
        {
            running.End();
        }
    }

    private async Task AnswerAsync(Request request, ExecuteRequest asked, string name)
    {
        if (asked.StoreHistory)
        {
            history.Add(executionCount, asked.Code, null);
        }

        if (await session.Language.InspectAsync(name, name.Length, detail: 1, CancellationToken.None) is { } answer)
        {
            request.Reply(Success([], HelpQuestion.Payload(answer)));
            return;
        }

        var unknown = HelpQuestion.Unknown(name);
        if (!asked.Silent)
        {
            ioPub.Publish("error", request.Header, ResultJson.Of(unknown));
        }

        request.Reply(Failure(unknown));
    }

    private async Task<CellError?> RunAsync(Request request, ExecuteRequest asked, CancellationToken interrupt)
    {
        if (asked.Silent)
        {
            return await RunAsync(asked.Code, new SilentOutput(), "silent cell", interrupt);
        }

        using var output = new CellOutput(
            ioPub,
            request,
            executionCount,
            (prompt, password) => asked.AllowStdin ? input.Ask(request, prompt, password, interrupt) : null);
        var error = await RunAsync(asked.Code, output, $"cell [{executionCount}]", interrupt);
        if (error is not null)
        {
            output.Fail(error);
        }

        output.Finish();
        if (asked.StoreHistory)
        {
            history.Add(executionCount, asked.Code, output.ResultText);
        }

        return error;
    }

    private async Task<CellError?> RunAsync(string code, IOutputSink sink, string label, CancellationToken interrupt)
    {
        var result = await session.Session.RunAsync(code, sink, interrupt, label);
        return result.Status == CellStatus.Cancelled ? Interrupted : result.Error;
    }

    private async Task<JsonObject> EvaluateAsync(IReadOnlyDictionary<string, string> expressions, CancellationToken interrupt)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in expressions)
        {
            var sink = new SilentOutput();
            var error = await RunAsync(expression, sink, $"expression {name}", interrupt);
            var value = error is null ? ResultJson.Of(sink.LastResult ?? NoValue) : ResultJson.Of(error);
            value["status"] = error is null ? "ok" : "error";
            values[name] = value;
        }

        return values;
    }

    private JsonObject Success(JsonObject expressions, JsonArray payload) => new()
    {
        ["status"] = "ok",
        ["execution_count"] = executionCount,
        ["payload"] = payload,
        ["user_expressions"] = expressions,
    };

    private JsonObject Failure(CellError error)
    {
        var content = ResultJson.Of(error);
        content["status"] = "error";
        content["execution_count"] = executionCount;
        content["payload"] = new JsonArray();
        content["user_expressions"] = new JsonObject();
        return content;
    }
}
