using System.Text.RegularExpressions;
using Notebooks.Magics;
using Notebooks.Session;

namespace Notebooks.Language.Completion;

/// <summary>Magics, directives, and what follows them on their line.</summary>
internal sealed partial class MagicCompletions(CSharpSession session, MagicRegistry magics)
{
    private static readonly (string Name, string Summary)[] Directives =
    [
        ("#r", "References an assembly: #r \"path/to/Name.dll\", or a package: #r \"nuget: Name, Version\"."),
        ("#load", "Runs a C# file in this session: #load \"file.csx\"."),
        ("#region", "Starts a part of the code that editors can fold."),
        ("#endregion", "Ends a part that #region started."),
        ("#if", "Compiles the lines up to #endif only when a symbol is defined."),
        ("#endif", "Ends the lines that #if started."),
        ("#nullable", "Switches the checks for null: #nullable enable."),
        ("#pragma", "Switches warnings: #pragma warning disable CS0168."),
    ];

    // The options of magics that have any; a test compares them with what each magic says of itself.
    private static readonly Dictionary<string, string[]> Options = new()
    {
        ["#!set"] = ["--name", "--value"],
        ["#!share"] = ["--from", "--as"],
        ["#!value"] = ["--name"],
    };

    /// <summary>Whether a line up to the cursor is the start of a magic's or directive's name.</summary>
    internal static bool IsName(string line) => Name().IsMatch(line);

    /// <summary>Completes a line that starts with a magic or a directive.</summary>
    /// <param name="line">The line up to the cursor.</param>
    /// <param name="cursor">The cursor's offset in the cell.</param>
    internal CompletionList Complete(string line, int cursor)
    {
        if (IsName(line))
        {
            return Names(line.TrimStart(), cursor);
        }

        if (OpenPath().Match(line) is { Success: true } path)
        {
            string typed = path.Groups["path"].Value;
            return path.Groups["kind"].Value == "load"
                ? FileCompletions.Complete(typed, cursor, session.WorkingDirectory, ".csx", ".cs")
                : FileCompletions.Complete(typed, cursor, session.WorkingDirectory, ".dll");
        }

        string[] words = line.Trim().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        bool atNewWord = char.IsWhiteSpace(line[^1]);
        string word = atNewWord ? "" : words[^1];
        string previous = atNewWord ? words[^1] : words.Length > 1 ? words[^2] : "";
        return words[0] == "#!import"
            ? FileCompletions.Complete(word.TrimStart('"'), cursor, session.WorkingDirectory, ".ipynb", ".cs", ".csx")
            : Arguments(words[0], word, previous, words, cursor);
    }

    private CompletionList Names(string typed, int cursor)
    {
        var candidates = new Candidates(typed, _ => null);
        foreach (var magic in magics.All)
        {
            candidates.Add(magic.Name, CompletionKind.Snippet, CompletionRank.Expected, magic.Summary);
        }

        foreach (var (name, summary) in Directives)
        {
            candidates.Add(name, CompletionKind.Snippet, CompletionRank.Keyword, summary);
        }

        return new CompletionList(candidates.ToItems(), cursor - typed.Length, cursor);
    }

    private CompletionList Arguments(string magic, string word, string previous, string[] words, int cursor)
    {
        int valueStart = word.StartsWith('@') ? word.IndexOf(':') + 1 : 0;
        string source = word[..valueStart];
        var candidates = new Candidates(word[valueStart..], _ => null);
        switch (magic, previous, source)
        {
            case ("#!share", "--from", _):
                Add(candidates, CompletionKind.Value, "csharp", "value");
                break;
            case ("#!set", "--value", ""):
                Add(candidates, CompletionKind.Value, "@csharp:", "@input:", "@password:", "@value:");
                AddVariables(candidates);
                break;
            case ("#!set", "--value", "@csharp:"):
                AddVariables(candidates);
                break;
            case ("#!set", "--value", "@value:"):
                Add(candidates, CompletionKind.Variable, [.. session.StoredNames]);
                break;
            case ("#!set", "--name", _):
                AddVariables(candidates);
                break;
            case ("#!value", "--name", _):
                Add(candidates, CompletionKind.Variable, [.. session.StoredNames]);
                break;
            case (_, "--as" or "--value", _):
                break;
            default:
                Add(candidates, CompletionKind.Value, [.. Options.GetValueOrDefault(magic, []).Except(words)]);
                AddShared(candidates, magic, words);
                break;
        }

        return new CompletionList(candidates.ToItems(), cursor - word.Length + valueStart, cursor);
    }

    private void AddShared(Candidates candidates, string magic, string[] words)
    {
        if (magic == "#!share" && words.SkipWhile(word => word != "--from").ElementAtOrDefault(1) is { } source)
        {
            if (source == "csharp")
            {
                AddVariables(candidates);
            }
            else
            {
                Add(candidates, CompletionKind.Variable, [.. session.StoredNames]);
            }
        }
    }

    private void AddVariables(Candidates candidates)
    {
        foreach (var variable in session.Chain.Variables())
        {
            candidates.Add(variable.Name, CompletionKind.Variable, CompletionRank.Session, variable.Type.Name);
        }
    }

    private static void Add(Candidates candidates, CompletionKind kind, params string[] texts)
    {
        foreach (string text in texts)
        {
            candidates.Add(text, kind, CompletionRank.Expected);
        }
    }

    [GeneratedRegex(@"^\s*#!?[A-Za-z]*$")]
    private static partial Regex Name();

    [GeneratedRegex("""^\s*#(?<kind>r|load)\s+"(?!nuget:)(?<path>[^"]*)$""")]
    private static partial Regex OpenPath();
}
