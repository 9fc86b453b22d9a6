using System.Text.RegularExpressions;
using Notebooks.Documents;
using Notebooks.Running.Directives;
using Notebooks.Running.Exercises;

namespace Site.Chapters;

/// <summary>What a notebook tells of itself: its title, what it exports and uses, how much there is to do.</summary>
public sealed partial class ChapterFacts
{
    private const int WordsAMinute = 200;
    private const double MinutesACell = 0.75;
    private const int MinutesAnExercise = 15;
    private const int RoundedTo = 10;

    private readonly HashSet<string> _identifiers;

    /// <summary>Reads the facts of a notebook.</summary>
    public ChapterFacts(NotebookDocument document)
    {
        Name = document.Name;
        var title = document.Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .Select(cell => TitleLine().Match(cell.Source)).FirstOrDefault(match => match.Success);
        Title = title?.Groups["title"].Value ?? document.Name;
        Exports = document.CodeCells.Select(cell => CellDirective.Read(document, cell))
            .Where(directive => directive is { Kind: DirectiveKind.Export })
            .Select(directive => Path.GetFileNameWithoutExtension(directive!.Argument))
            .Distinct().ToList();
        Exercises = ExerciseFinder.Find(document).Select(exercise => exercise.Name).ToList();
        _identifiers = document.CodeCells.SelectMany(cell => Identifier().Matches(WithoutComments(cell.Source)))
            .Select(match => match.Value).ToHashSet();

        var words = document.Cells.Where(cell => cell.Kind == CellKind.Markdown).Sum(cell => Word().Count(cell.Source));
        var minutes = ((double)words / WordsAMinute) + (MinutesACell * document.CodeCells.Count()) + (MinutesAnExercise * Exercises.Count);
        Minutes = RoundedTo * Math.Max(1, (int)Math.Round(minutes / RoundedTo));
    }

    /// <summary>The file name without its extension: 02-vit.</summary>
    public string Name { get; }

    /// <summary>The heading of the notebook, with its number: "2. Vision Transformer".</summary>
    public string Title { get; }

    /// <summary>Types that the chapter writes to lib/Course/Models, by the names of their files.</summary>
    public IReadOnlyList<string> Exports { get; }

    /// <summary>Names of the exercises.</summary>
    public IReadOnlyList<string> Exercises { get; }

    /// <summary>
    /// An estimate of the time to work through it, in minutes: reading, a look at each cell's output, a quarter of an hour for an exercise.
    /// </summary>
    public int Minutes { get; }

    /// <summary>True when the chapter's code names a type that the other chapter exports.</summary>
    public bool Uses(ChapterFacts other) => other.Name != Name && other.Exports.Except(Exports).Any(_identifiers.Contains);

    /// <summary>True when the chapter's code names the data set's class: FashionMnist for fashion-mnist.</summary>
    public bool UsesData(string dataSet) =>
        _identifiers.Contains(dataSet.Replace("-", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase);

    private static string WithoutComments(string source) => Comment().Replace(source, "");

    [GeneratedRegex(@"^# +(?<title>.+?) *$", RegexOptions.Multiline)]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"\b[A-Z][A-Za-z0-9]*\b")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();
}
