using Notebooks.Running.Exercises;
using Notebooks.Running.Outputs;

namespace Notebooks.Running;

/// <summary>What a run of a notebook gave.</summary>
public sealed record NotebookRun
{
    /// <summary>How the notebook ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>How long it ran.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Number of code cells in the notebook; more than <see cref="Cells"/> when it stopped early.</summary>
    public required int CodeCells { get; init; }

    /// <summary>The cells that ran, in order.</summary>
    public required IReadOnlyList<CellRun> Cells { get; init; }

    /// <summary>Why it stopped; null when it passed.</summary>
    public RunFailure? Failure { get; init; }

    /// <summary>Number of claims that Check ticked.</summary>
    public int ChecksPassed { get; init; }

    /// <summary>Key figures that the notebook reported.</summary>
    public IReadOnlyList<KeyFigure> Figures { get; init; } = [];

    /// <summary>Proofs of the exercises, when the run was asked for them.</summary>
    public IReadOnlyList<ExerciseProof> Exercises { get; init; } = [];

    /// <summary>Largest working set of the process that ran the notebook, in bytes.</summary>
    public long PeakMemoryBytes { get; init; }
}
