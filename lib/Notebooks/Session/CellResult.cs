namespace Notebooks.Session;

/// <summary>The outcome of a cell; <see cref="Error"/> is set exactly when the status is <see cref="CellStatus.Error"/>.</summary>
public sealed record CellResult(CellStatus Status, CellError? Error);
