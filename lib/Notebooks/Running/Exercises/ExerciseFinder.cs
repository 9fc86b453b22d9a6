using System.Text.RegularExpressions;
using Notebooks.Documents;
using Notebooks.Running.Directives;

namespace Notebooks.Running.Exercises;

/// <summary>Finds a notebook's exercises and says what is missing from an incomplete one.</summary>
public static partial class ExerciseFinder
{
    /// <summary>The exercises in the order of their stubs.</summary>
    /// <exception cref="NotebookException">
    /// An exercise has no check in the next code cell, no solution, or its name is used twice.
    /// </exception>
    public static IReadOnlyList<Exercise> Find(NotebookDocument document)
    {
        var solutions = FindSolutions(document);
        var exercises = new List<Exercise>();
        string? open = null;
        NotebookCell? stub = null;
        foreach (var cell in document.CodeCells)
        {
            var directive = CellDirective.Read(document, cell);
            if (stub is not null)
            {
                if (directive is not { Kind: DirectiveKind.Check } || directive.Argument != open)
                {
                    throw Problem(document, cell, $"expected '//| check {open}', because the code cell before it is that exercise");
                }

                exercises.Add(new Exercise(open!, stub, cell, solutions[open!]));
                stub = null;
                continue;
            }

            if (directive is { Kind: DirectiveKind.Check })
            {
                throw Problem(document, cell, $"checks '{directive.Argument}', but no exercise of that name stands before it");
            }

            if (directive is { Kind: DirectiveKind.Exercise })
            {
                (open, stub) = (directive.Argument, cell);
                if (exercises.Any(exercise => exercise.Name == open))
                {
                    throw Problem(document, cell, $"the exercise name '{open}' is used twice");
                }

                if (!solutions.ContainsKey(open))
                {
                    throw Problem(
                        document,
                        cell,
                        $"exercise '{open}' has no solution; expected a markdown cell with "
                        + $"'<details><summary>Solution: {open}</summary>' and a ```csharp block");
                }
            }
        }

        return stub is null ? exercises : throw Problem(document, stub, $"exercise '{open}' has no check cell after it");
    }

    private static Dictionary<string, string> FindSolutions(NotebookDocument document)
    {
        var solutions = new Dictionary<string, string>();
        foreach (var cell in document.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            foreach (Match match in SolutionBlock().Matches(cell.Source))
            {
                if (!solutions.TryAdd(match.Groups["name"].Value, match.Groups["code"].Value))
                {
                    throw new NotebookException(
                        $"{document.Path}: cell {cell.Index + 1} holds a second solution of '{match.Groups["name"].Value}'.");
                }
            }
        }

        return solutions;
    }

    private static NotebookException Problem(NotebookDocument document, NotebookCell cell, string what) =>
        new($"{document.Path}: cell [{cell.Number}]: {what}.");

    [GeneratedRegex(
        @"<details>\s*<summary>\s*Solution:\s*(?<name>[^<]+?)\s*</summary>"
        + @"(?:(?!</details>).)*?^```csharp[ \t]*\n(?<code>.*?)^```[ \t]*$(?:(?!<details>).)*?</details>",
        RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex SolutionBlock();
}
