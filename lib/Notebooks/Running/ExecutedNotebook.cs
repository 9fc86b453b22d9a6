using Notebooks.Documents;
using Notebooks.Running.Exercises;

namespace Notebooks.Running;

/// <summary>Puts the outputs of a run into the notebook it came from.</summary>
public static class ExecutedNotebook
{
    /// <summary>A copy to read: every cell as it ran, solutions in place of stubs, cells that did not run without outputs.</summary>
    public static byte[] AsRun(NotebookDocument document, NotebookRun run)
    {
        var runs = run.Cells.ToDictionary(cell => cell.CellIndex);
        return document.ToBytes(document.CodeCells.ToDictionary(
            cell => cell.Index,
            cell => runs.TryGetValue(cell.Index, out var ran)
                ? new CellEdit(ran.Outputs, ran.Number, ran.Source)
                : new CellEdit([], null)));
    }

    /// <summary>
    /// The notebook to store: sources untouched; exercises and their checks without outputs, since those come from the solutions.
    /// </summary>
    /// <exception cref="ArgumentException">The run did not pass, so some outputs are missing.</exception>
    public static byte[] ForStorage(NotebookDocument document, NotebookRun run)
    {
        if (run.Status != RunStatus.Passed)
        {
            throw new ArgumentException($"Only a run that passed is stored; {document.Path} is {run.Status}.", nameof(run));
        }

        var blank = ExerciseFinder.Find(document).SelectMany(exercise => new[] { exercise.Stub.Index, exercise.Check.Index }).ToHashSet();
        return document.ToBytes(run.Cells.ToDictionary(
            cell => cell.CellIndex,
            cell => blank.Contains(cell.CellIndex) ? new CellEdit([], null) : new CellEdit(cell.Outputs, cell.Number)));
    }
}
