using Notebooks.Running;

namespace Cli.Running.Isolation;

/// <summary>What a worker process is asked to run.</summary>
/// <param name="Path">The notebook's file, which gives the name and the working directory.</param>
/// <param name="Content">The notebook's bytes, so that an edit during the run changes nothing.</param>
/// <param name="Options">Limits and mode.</param>
internal sealed record WorkerRequest(string Path, byte[] Content, RunOptions Options);
