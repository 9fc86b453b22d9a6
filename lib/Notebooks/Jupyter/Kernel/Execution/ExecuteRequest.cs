using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;

namespace Notebooks.Jupyter.Kernel.Execution;

/// <summary>What an execute_request asks for.</summary>
/// <param name="Code">The cell.</param>
/// <param name="Silent">Whether nothing is to be shown.</param>
/// <param name="StoreHistory">Whether the cell counts and is remembered.</param>
/// <param name="UserExpressions">Expressions to evaluate after the cell, by name.</param>
/// <param name="AllowStdin">Whether the cell may ask its client for input.</param>
/// <param name="StopOnError">Whether an error aborts the cells that wait.</param>
internal sealed record ExecuteRequest(
    string Code,
    bool Silent,
    bool StoreHistory,
    IReadOnlyDictionary<string, string> UserExpressions,
    bool AllowStdin,
    bool StopOnError)
{
    /// <exception cref="MalformedMessageException">There is no code.</exception>
    internal static ExecuteRequest Parse(JsonObject content)
    {
        bool silent = content.Flag("silent", absent: false);
        var expressions = new Dictionary<string, string>();
        foreach (var (name, _) in content["user_expressions"] as JsonObject ?? [])
        {
            expressions[name] = ((JsonObject)content["user_expressions"]!).Text(name);
        }

        return new ExecuteRequest(
            content.Text("code"),
            silent,
            !silent && content.Flag("store_history", absent: true),
            expressions,
            content.Flag("allow_stdin", absent: true),
            content.Flag("stop_on_error", absent: true));
    }
}
