using Notebooks.Running.Exercises;

namespace Notebooks.Running;

/// <summary>Limits of a run and what it does with exercises.</summary>
public sealed record RunOptions
{
    /// <summary>Longest time for one cell; null for no limit.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>Longest time for the whole notebook; null for no limit.</summary>
    public TimeSpan? NotebookTimeout { get; init; }

    /// <summary>What happens at exercise cells.</summary>
    public ExerciseMode Exercises { get; init; } = ExerciseMode.Solutions;

    /// <summary>Bytes of output that one cell may keep; the rest is cut and counted.</summary>
    public int CellOutputLimit { get; init; } = 8_000_000;

    /// <summary>How long a cell may take to stop after a cancel or timeout before it is left behind.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(5);
}
