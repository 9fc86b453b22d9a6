using Notebooks.Running;

namespace Cli.Running.Isolation;

/// <summary>One message of a worker: progress, then the result, or the reason why the notebook cannot run. Exactly one is set.</summary>
internal sealed record WorkerMessage(CellProgress? Progress = null, NotebookRun? Run = null, string? Refusal = null);
