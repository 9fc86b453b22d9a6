using System.Text.Json.Nodes;

namespace Notebooks.Running;

/// <summary>One executed code cell.</summary>
/// <param name="CellIndex">Position among all cells of the notebook, from 0.</param>
/// <param name="Number">The code cell's number, from 1.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Elapsed">How long it ran.</param>
/// <param name="Outputs">Its outputs in nbformat's form.</param>
/// <param name="Source">The code that ran: an exercise's solution, otherwise the cell's own.</param>
public sealed record CellRun(int CellIndex, int Number, RunStatus Status, TimeSpan Elapsed, JsonArray Outputs, string Source);
