using Cli.Repository;
using Notebooks.Running;

namespace Cli.Running;

/// <summary>A chapter and what its run gave.</summary>
internal sealed record ChapterRun(Chapter Chapter, NotebookRun Run)
{
    /// <summary>True when every cell ran as it should and every exercise that was tried is proven.</summary>
    public bool Succeeded => Run.Status == RunStatus.Passed && Run.Exercises.All(proof => proof.Proven);
}
