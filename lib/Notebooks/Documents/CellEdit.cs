using System.Text.Json.Nodes;

namespace Notebooks.Documents;

/// <summary>What to write into one code cell.</summary>
/// <param name="Outputs">The new outputs, in nbformat's form.</param>
/// <param name="ExecutionCount">The new execution count.</param>
/// <param name="Source">A new source, or null to keep the cell's own.</param>
public sealed record CellEdit(JsonArray Outputs, int? ExecutionCount, string? Source = null);
