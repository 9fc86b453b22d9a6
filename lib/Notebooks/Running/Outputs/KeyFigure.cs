namespace Notebooks.Running.Outputs;

/// <summary>A figure that a notebook reports, as it printed it: "test accuracy", "88.1 %".</summary>
public sealed record KeyFigure(string Name, string Value);
