using Notebooks.Documents;

namespace Notebooks.Running.Directives;

/// <summary>
/// The first line of a cell that gives it a role: <c>//| export File.cs</c>, <c>//| exercise NAME</c>, <c>//| check NAME</c>.
/// </summary>
public sealed record CellDirective(DirectiveKind Kind, string Argument)
{
    private const string Mark = "//|";

    /// <summary>Reads a cell's directive; null when it has none.</summary>
    /// <exception cref="NotebookException">The first line starts with //| but is no directive.</exception>
    public static CellDirective? Read(NotebookDocument document, NotebookCell cell)
    {
        if (cell.Kind != CellKind.Code || !cell.Source.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        var line = FirstLineOf(cell.Source);
        var words = line[Mark.Length..].Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 2 && Enum.TryParse<DirectiveKind>(words[0], ignoreCase: true, out var kind) && Enum.IsDefined(kind))
        {
            return new CellDirective(kind, words[1]);
        }

        throw new NotebookException(
            $"{document.Path}: cell [{cell.Number}] starts with '{line}'; "
            + "expected '//| export File.cs', '//| exercise NAME' or '//| check NAME'.");
    }

    /// <summary>The source without its directive line.</summary>
    public static string Body(string source)
    {
        var end = source.IndexOf('\n');
        return end < 0 ? "" : source[(end + 1)..];
    }

    private static string FirstLineOf(string source)
    {
        var end = source.IndexOf('\n');
        return (end < 0 ? source : source[..end]).TrimEnd();
    }
}
