namespace Cli.Export;

/// <summary>How lib/Course/Models differs from the notebooks.</summary>
/// <param name="Stale">Files that are missing or have other content.</param>
/// <param name="Orphans">Names of files that no notebook exports.</param>
/// <param name="Total">Number of files that the notebooks export.</param>
internal sealed record ExportPlan(IReadOnlyList<ModelFile> Stale, IReadOnlyList<string> Orphans, int Total)
{
    /// <summary>True when nothing differs.</summary>
    public bool IsClean => Stale.Count == 0 && Orphans.Count == 0;
}
