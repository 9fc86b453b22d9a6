using Notebooks.Compilation;
using Notebooks.Errors;

namespace Notebooks.Magics;

/// <summary>Cuts a cell at its magics into parts that run in order.</summary>
internal sealed class CellSplitter(MagicRegistry registry)
{
    private const string Prefix = "#!";

    /// <exception cref="CellFailure">A magic is unknown; then nothing of the cell should run.</exception>
    internal IReadOnlyList<CellPart> Split(string code)
    {
        string[] lines = code.Split('\n');
        var parts = new List<CellPart>();
        int start = 0;
        IMagic? bodyOf = null;
        string arguments = "";
        int magicLine = 0;

        for (int index = 0; index <= lines.Length; index++)
        {
            bool atEnd = index == lines.Length;
            if (!atEnd && !IsMagic(lines, start, index, bodyOf))
            {
                continue;
            }

            if (bodyOf is not null)
            {
                parts.Add(new CellPart(bodyOf, arguments, string.Join('\n', lines[start..index]), magicLine));
            }
            else if (lines[start..index].Any(line => !string.IsNullOrWhiteSpace(line)))
            {
                string padded = new string('\n', start) + string.Join('\n', lines[start..index]);
                parts.Add(new CellPart(null, "", padded, start + 1));
            }

            if (atEnd)
            {
                break;
            }

            string line = lines[index].Trim();
            int blank = line.IndexOfAny([' ', '\t']);
            string name = blank < 0 ? line : line[..blank];
            arguments = blank < 0 ? "" : line[blank..].Trim();
            magicLine = index + 1;
            start = index + 1;
            var magic = registry.Find(name) ?? throw Unknown(name, magicLine);
            bodyOf = magic.TakesBody ? magic : null;
            if (bodyOf is null)
            {
                parts.Add(new CellPart(magic, arguments, "", magicLine));
            }
        }

        return parts;
    }

    private static bool IsMagic(string[] lines, int start, int index, IMagic? bodyOf)
    {
        if (!lines[index].TrimStart().StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        return bodyOf is not null || !CellText.IsInsideToken(string.Join('\n', lines[start..]), lines[start..], index - start);
    }

    private CellFailure Unknown(string name, int line) => new(
        "UnknownMagic",
        $"Unknown magic {name}. Did you mean {registry.Nearest(name)}? #!lsmagic lists them all.",
        line);
}
