using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Language;
using Notebooks.Session;

namespace Notebooks.Jupyter.Kernel.Execution;

/// <summary>A cell that asks what a name is, as IPython has it: <c>Math.Max?</c>. The answer goes into the front end's pager.</summary>
internal static partial class HelpQuestion
{
    /// <summary>The name asked for; null when the cell is no such question.</summary>
    internal static string? NameIn(string code) => Question().Match(code) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>The payload that makes a front end show the answer.</summary>
    internal static JsonArray Payload(Inspection answer) =>
    [
        new JsonObject
        {
            ["source"] = "page",
            ["start"] = 0,
            ["data"] = new JsonObject { ["text/plain"] = answer.PlainText, ["text/markdown"] = answer.Markdown },
        },
    ];

    /// <summary>The error for a name that means nothing here.</summary>
    internal static CellError Unknown(string name) =>
        new("UnknownName", $"Nothing is known of '{name}'.", [$"Nothing is known of '{name}'. Is a using or an #r missing?"], 1, 1);

    // No C# cell ends with a question mark.
    [GeneratedRegex(@"^\s*(?<name>@?[\p{L}_][\w.@]*)\s*\?\s*$")]
    private static partial Regex Question();
}
