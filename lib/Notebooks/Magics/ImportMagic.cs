using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Magics;

/// <summary>Runs another notebook's code cells, or a C# file, in this session.</summary>
internal sealed class ImportMagic : IMagic
{
    public string Name => "#!import";

    public string Summary => "Runs a notebook (.ipynb) or a C# file (.cs, .csx) in this session.";

    public bool TakesBody => false;

    public void Run(MagicCall call)
    {
        string argument = call.Arguments.OnlyWord("file");
        string path = Path.GetFullPath(Path.Combine(call.Host.WorkingDirectory, argument));
        if (!File.Exists(path))
        {
            throw call.Arguments.Fault($"#!import {argument}: no file at {path}.");
        }

        string name = Path.GetFileName(path);
        string text = File.ReadAllText(path);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".cs" or ".csx":
                call.Host.RunCode(text, name);
                break;
            case ".ipynb":
                int cell = 0;
                foreach (string code in CodeCells(text, argument, call))
                {
                    call.Host.RunCode(code, $"{name}, cell {++cell}");
                }

                break;
            default:
                throw call.Arguments.Fault($"#!import {argument}: only .ipynb, .cs and .csx files can be imported.");
        }
    }

    private static IEnumerable<string> CodeCells(string text, string argument, MagicCall call)
    {
        JsonArray? cells;
        try
        {
            cells = JsonNode.Parse(text)?["cells"] as JsonArray;
        }
        catch (JsonException)
        {
            cells = null;
        }

        if (cells is null)
        {
            throw call.Arguments.Fault($"#!import {argument}: the file is not a notebook.");
        }

        return cells.Where(cell => (string?)cell?["cell_type"] == "code").Select(cell => Source(cell?["source"]));
    }

    // Notebooks hold a cell's text as one string or as a list of lines.
    private static string Source(JsonNode? source) => source switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        null => "",
        _ => (string?)source ?? "",
    };
}
