namespace Notebooks.Errors;

/// <summary>The text of the cells run so far, by the name that stack traces give them.</summary>
internal sealed class CellSources
{
    private readonly Dictionary<string, string[]> lines = [];

    /// <summary>Keeps a cell's text and returns its name: the label, with a number when an earlier run had other text.</summary>
    internal string Add(string label, string code)
    {
        string[] text = code.Split('\n');
        string name = label;
        for (int run = 2; lines.TryGetValue(name, out string[]? known) && !known.SequenceEqual(text); run++)
        {
            name = $"{label}, run {run}";
        }

        lines[name] = text;
        return name;
    }

    internal bool Knows(string name) => lines.ContainsKey(name);

    /// <summary>A 1-based line of a cell, trimmed; null when there is none.</summary>
    internal string? Line(string name, int line) =>
        lines.TryGetValue(name, out string[]? text) && line >= 1 && line <= text.Length ? text[line - 1].Trim() : null;
}
