using System.Text.Json.Nodes;

namespace Site.Outputs;

/// <summary>Text in nbformat's two forms: a string, or a list of lines that keep their line ends.</summary>
internal static class NotebookText
{
    public static string Of(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line?.ToString())),
        null => "",
        _ => node.ToString(),
    };
}
