namespace Notebooks.Running;

/// <summary>A cell has started, or, when <see cref="Finished"/> is set, ended.</summary>
/// <param name="Number">The code cell's number, from 1.</param>
/// <param name="Total">Number of code cells in the notebook.</param>
/// <param name="FirstLine">The cell's first line.</param>
/// <param name="Elapsed">Time since the notebook started.</param>
/// <param name="Finished">The cell's result; null when it starts.</param>
public sealed record CellProgress(int Number, int Total, string FirstLine, TimeSpan Elapsed, CellRun? Finished);
