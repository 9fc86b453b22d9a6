using System.Text;
using System.Text.Json.Nodes;

namespace Notebooks.Documents;

/// <summary>Makes a new C# notebook (nbformat 4.5, kernelspec .net-csharp) in Jupyter's layout.</summary>
public sealed class NotebookBuilder
{
    private readonly JsonArray _cells = [];

    /// <summary>Adds a markdown cell.</summary>
    public NotebookBuilder Markdown(string source)
    {
        _cells.Add(new JsonObject
        {
            ["cell_type"] = "markdown",
            ["id"] = NextId(),
            ["metadata"] = new JsonObject(),
            ["source"] = JupyterJson.Lines(source),
        });
        return this;
    }

    /// <summary>Adds a C# cell that has not run, with Jupyter's tags if any.</summary>
    public NotebookBuilder Code(string source, params string[] tags)
    {
        var metadata = new JsonObject
        {
            ["dotnet_interactive"] = new JsonObject { ["language"] = "csharp" },
            ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" },
        };
        if (tags.Length > 0)
        {
            metadata["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]);
        }

        _cells.Add(new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = NextId(),
            ["metadata"] = metadata,
            ["outputs"] = new JsonArray(),
            ["source"] = JupyterJson.Lines(source),
        });
        return this;
    }

    /// <summary>The notebook's file.</summary>
    public byte[] ToBytes()
    {
        var notebook = new JsonObject
        {
            ["cells"] = _cells.DeepClone(),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
                ["language_info"] = new JsonObject
                {
                    ["file_extension"] = ".cs",
                    ["mimetype"] = "text/x-csharp",
                    ["name"] = "C#",
                    ["pygments_lexer"] = "csharp",
                    ["version"] = "14.0",
                },
                ["polyglot_notebook"] = new JsonObject
                {
                    ["kernelInfo"] = new JsonObject
                    {
                        ["defaultKernelName"] = "csharp",
                        ["items"] = new JsonArray(new JsonObject { ["aliases"] = new JsonArray(), ["name"] = "csharp" }),
                    },
                },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        var layout = NotebookLayout.Jupyter;
        return Encoding.UTF8.GetBytes(JupyterJson.Format(notebook, layout.Indent, 0, layout.NewLine) + layout.NewLine);
    }

    /// <summary>The notebook as a document that names the given path.</summary>
    public NotebookDocument Build(string path) => NotebookDocument.Parse(ToBytes(), path);

    private string NextId() => $"cell-{_cells.Count + 1}";
}
