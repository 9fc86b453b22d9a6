using System.Text.Json.Nodes;

namespace Notebooks.Session;

/// <summary>
/// One value in several representations, by mime type. JSON types (application/json, *+json) hold the parsed JSON, all
/// others a string. Clone a node before putting it into another JSON tree.
/// </summary>
public sealed record MimeBundle(
    IReadOnlyDictionary<string, JsonNode> Data,
    string? DisplayId = null,
    IReadOnlyDictionary<string, JsonNode>? Metadata = null);
