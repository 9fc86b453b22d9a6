using Notebooks.Errors;

namespace Notebooks.Magics;

/// <summary>The words after a magic's name: options such as <c>--name x</c> and plain words. Quotes keep blanks together.</summary>
internal sealed class MagicArguments
{
    private readonly string magic;
    private readonly int line;
    private readonly Dictionary<string, string> options = [];
    private readonly List<string> words = [];

    internal MagicArguments(string magic, string text, int line)
    {
        this.magic = magic;
        this.line = line;
        var parts = Split(text);
        for (int index = 0; index < parts.Count; index++)
        {
            if (!parts[index].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(parts[index]);
            }
            else
            {
                options[parts[index]] = index + 1 < parts.Count ? parts[++index] : "";
            }
        }
    }

    internal IReadOnlyList<string> Words => words;

    internal string? Option(string name) => options.GetValueOrDefault(name);

    /// <exception cref="CellFailure">The option is missing.</exception>
    internal string Required(string name) =>
        Option(name) is { Length: > 0 } value ? value : throw Fault($"{magic} needs {name}.");

    /// <summary>The only plain word.</summary>
    /// <exception cref="CellFailure">There is none, or there are several.</exception>
    internal string OnlyWord(string meaning) =>
        words.Count == 1 ? words[0] : throw Fault($"{magic} needs exactly one {meaning}.");

    internal CellFailure Fault(string message) => new("MagicError", message, line);

    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        int at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            bool quoted = text[at] == '"';
            int start = quoted ? at + 1 : at;
            int end = start;
            while (end < text.Length && (quoted ? text[end] != '"' : !char.IsWhiteSpace(text[end])))
            {
                end++;
            }

            parts.Add(text[start..end]);
            at = quoted ? end + 1 : end;
        }

        return parts;
    }
}
