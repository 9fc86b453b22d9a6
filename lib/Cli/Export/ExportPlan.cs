namespace Cli.Export;

/// <summary>How the exported folders of lib/Course differ from the notebooks.</summary>
/// <param name="Stale">Files that are missing or have other content.</param>
/// <param name="Orphans">Paths, relative to lib/Course, of files that no notebook exports.</param>
/// <param name="Total">Number of files that the notebooks export.</param>
internal sealed record ExportPlan(IReadOnlyList<ModelFile> Stale, IReadOnlyList<string> Orphans, int Total)
{
    /// <summary>True when nothing differs.</summary>
    public bool IsClean => Stale.Count == 0 && Orphans.Count == 0;
}
