using System.Text.Json.Nodes;
using Notebooks.Session;

namespace Notebooks.Jupyter.Kernel.Execution;

/// <summary>Values and errors in the form that messages carry.</summary>
internal static class ResultJson
{
    /// <summary>data, metadata and, when the display can be updated, transient.</summary>
    internal static JsonObject Of(MimeBundle bundle)
    {
        var json = new JsonObject { ["data"] = Copy(bundle.Data), ["metadata"] = Copy(bundle.Metadata) };
        if (bundle.DisplayId is { } id)
        {
            json["transient"] = new JsonObject { ["display_id"] = id };
        }

        return json;
    }

    internal static JsonObject Of(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };

    // A JSON node belongs to one tree.
    private static JsonObject Copy(IReadOnlyDictionary<string, JsonNode>? nodes)
    {
        var copy = new JsonObject();
        foreach (var (name, node) in nodes ?? new Dictionary<string, JsonNode>())
        {
            copy[name] = node?.DeepClone();
        }

        return copy;
    }
}
