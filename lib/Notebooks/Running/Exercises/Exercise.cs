using Notebooks.Documents;

namespace Notebooks.Running.Exercises;

/// <summary>An exercise of a notebook: the stub cell, the check cell after it, and the solution's code.</summary>
public sealed record Exercise(string Name, NotebookCell Stub, NotebookCell Check, string Solution);
