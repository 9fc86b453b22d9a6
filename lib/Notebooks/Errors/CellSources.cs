using Microsoft.CodeAnalysis.Text;

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

    /// <summary>The line that a place starts in, trimmed, and carets below the place; nothing for a place outside the text.</summary>
    internal IReadOnlyList<string> Excerpt(string name, LinePositionSpan place)
    {
        if (Line(name, place.Start.Line + 1) is not { Length: > 0 } line)
        {
            return [];
        }

        string whole = lines[name][place.Start.Line];
        int start = Math.Clamp(place.Start.Character - (whole.Length - whole.TrimStart().Length), 0, line.Length);
        int end = place.End.Line > place.Start.Line ? line.Length : start + place.End.Character - place.Start.Character;

        // Tabs stay tabs, so that the carets are below their text.
        string before = string.Concat(line[..start].Select(character => character == '\t' ? '\t' : ' '));
        return [line, before + new string('^', Math.Max(1, Math.Min(end, line.Length) - start))];
    }

    /// <summary>A 1-based line of a cell, trimmed; null when there is none.</summary>
    internal string? Line(string name, int line) =>
        lines.TryGetValue(name, out string[]? text) && line >= 1 && line <= text.Length ? text[line - 1].Trim() : null;
}
