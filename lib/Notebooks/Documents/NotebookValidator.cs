using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notebooks.Documents;

/// <summary>Checks a readable notebook against nbformat 4.5 and against what this course stores.</summary>
public static partial class NotebookValidator
{
    /// <summary>One line for each problem; empty for a valid notebook.</summary>
    public static IReadOnlyList<string> Validate(NotebookDocument document)
    {
        var problems = new List<string>();
        if (document.FormatMinor < 5)
        {
            problems.Add($"nbformat is 4.{document.FormatMinor}, expected 4.5");
        }

        if (document.Metadata["kernelspec"]?["name"]?.ToString() != ".net-csharp")
        {
            problems.Add("metadata.kernelspec.name is not .net-csharp");
        }

        var ids = new HashSet<string>();
        foreach (var cell in document.Cells)
        {
            var where = $"cell {cell.Index + 1}";
            if (cell.Id is null || !CellId().IsMatch(cell.Id))
            {
                problems.Add($"{where}: id '{cell.Id}' is not 1 to 64 letters, digits, '-' or '_'");
            }
            else if (!ids.Add(cell.Id))
            {
                problems.Add($"{where}: id '{cell.Id}' is used twice");
            }

            for (var i = 0; i < cell.Outputs.Count; i++)
            {
                problems.AddRange(ValidateOutput(cell.Outputs[i]).Select(problem => $"{where}, output {i + 1}: {problem}"));
            }
        }

        return problems;
    }

    private static IEnumerable<string> ValidateOutput(JsonNode? node)
    {
        if (node is not JsonObject output)
        {
            return ["is not an object"];
        }

        return output["output_type"]?.ToString() switch
        {
            "stream" => Require(output, "name", "text"),
            "error" => Require(output, "ename", "evalue", "traceback"),
            "display_data" => [.. Require(output, "data", "metadata"), .. ValidateBundle(output["data"])],
            "execute_result" => [.. Require(output, "data", "metadata", "execution_count"), .. ValidateBundle(output["data"])],
            var other => [$"output_type '{other}' is unknown"],
        };
    }

    private static IEnumerable<string> Require(JsonObject output, params string[] names) =>
        names.Where(name => !output.ContainsKey(name)).Select(name => $"has no '{name}'");

    private static IEnumerable<string> ValidateBundle(JsonNode? data)
    {
        if (data is not JsonObject bundle)
        {
            yield break;
        }

        foreach (var (mime, value) in bundle)
        {
            if (mime.EndsWith("+json", StringComparison.Ordinal) || mime == "application/json")
            {
                continue;
            }

            var isText = value is JsonArray lines ? lines.All(IsString) : IsString(value);
            if (!isText)
            {
                yield return $"{mime} is neither a string nor a list of strings";
            }
            else if (mime == "text/html" && Text(value).Contains("<script", StringComparison.OrdinalIgnoreCase))
            {
                yield return "text/html holds a script, which GitHub and other viewers do not run";
            }
        }
    }

    private static bool IsString(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out _);

    private static string Text(JsonNode? node) =>
        node is JsonArray lines ? string.Concat(lines.Select(line => line!.ToString())) : node!.ToString();

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex CellId();
}
