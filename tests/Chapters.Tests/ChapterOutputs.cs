using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Documents;

namespace Chapters.Tests;

/// <summary>What a reader sees of a cell, without what differs between two honest runs: times and memory.</summary>
internal static partial class ChapterOutputs
{
    /// <summary>The tag of a cell whose figures and plots are measured times.</summary>
    private const string MeasuresTime = "measures-time";

    /// <summary>The outputs of a cell as text: console text joined, displays by their mime types and plain text.</summary>
    public static string Describe(NotebookCell cell, JsonArray outputs)
    {
        var text = new List<string>();
        foreach (var output in outputs.Select(output => output!.AsObject()))
        {
            var kind = output["output_type"]!.ToString();
            text.Add(kind switch
            {
                "stream" => Text(output["text"]!),
                "error" => $"{output["ename"]}: {output["evalue"]}\n",
                _ => $"[{kind}: {string.Join(", ", Types(output))}]\n{Text(output["data"]!["text/plain"] ?? "")}\n",
            });
        }

        var isMeasured = cell.Tags.Contains(MeasuresTime);
        return string.Join(
            '\n',
            string.Concat(text).Split('\n').Select(line => isMeasured || Measured().IsMatch(line) ? Number().Replace(line, "#") : line));
    }

    private static IEnumerable<string> Types(JsonObject output) =>
        output["data"]!.AsObject().Select(entry => entry.Key).Order(StringComparer.Ordinal);

    private static string Text(JsonNode text) => text is JsonArray lines ? string.Concat(lines.Select(line => line!.ToString())) : text.ToString();

    // A line that tells a time, a size of memory or a speed: its numbers change from run to run.
    [GeneratedRegex(@"\b(ns|us|µs|ms|s|min|seconds?|milliseconds?|minutes?|[kMG]i?B|megabytes|GFLOP/s|faster|slower|slope)\b")]
    private static partial Regex Measured();

    [GeneratedRegex(@"\d+([.,]\d+)*(E[+-]?\d+)?")]
    private static partial Regex Number();
}
