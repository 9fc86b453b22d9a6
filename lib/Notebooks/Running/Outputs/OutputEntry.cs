using System.Text;
using System.Text.Json.Nodes;
using Notebooks.Documents;
using Notebooks.Session;

namespace Notebooks.Running.Outputs;

/// <summary>One output of a cell while it may still change.</summary>
internal abstract class OutputEntry
{
    /// <summary>The output in nbformat's form.</summary>
    public abstract JsonObject ToJson();

    /// <summary>Console text; neighbours of one name are one output.</summary>
    internal sealed class Stream(string name) : OutputEntry
    {
        public string Name => name;

        public StringBuilder Text { get; } = new();

        public override JsonObject ToJson() => new()
        {
            ["name"] = name,
            ["output_type"] = "stream",
            ["text"] = JupyterJson.Lines(Text.ToString()),
        };
    }

    /// <summary>A displayed value; a later update with its display id replaces the bundle.</summary>
    internal sealed class Bundle(MimeBundle content, int? executionCount) : OutputEntry
    {
        public MimeBundle Content { get; set; } = content;

        public override JsonObject ToJson()
        {
            var data = new JsonObject();
            foreach (var (mime, value) in Content.Data.OrderBy(item => item.Key, StringComparer.Ordinal))
            {
                data[mime] = IsText(mime) && value is JsonValue text && text.TryGetValue<string>(out var lines)
                    ? JupyterJson.Lines(lines)
                    : value?.DeepClone();
            }

            var metadata = new JsonObject();
            foreach (var (key, value) in Content.Metadata ?? new Dictionary<string, JsonNode>())
            {
                metadata[key] = value?.DeepClone();
            }

            var json = new JsonObject { ["data"] = data };
            if (executionCount is not null)
            {
                json["execution_count"] = executionCount;
            }

            json["metadata"] = metadata;
            json["output_type"] = executionCount is null ? "display_data" : "execute_result";
            return json;
        }

        // What nbformat splits into lines; pictures stay one string.
        private static bool IsText(string mime) =>
            mime.StartsWith("text/", StringComparison.Ordinal) || mime is "image/svg+xml" or "application/javascript";
    }

    /// <summary>The error that ended the cell.</summary>
    internal sealed class Error(CellError error) : OutputEntry
    {
        public override JsonObject ToJson() => new()
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        };
    }
}
