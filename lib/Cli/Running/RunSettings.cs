using Notebooks.Running;

namespace Cli.Running;

/// <summary>What the user asked of a run.</summary>
/// <param name="OutputFolder">Where executed notebooks and the report go.</param>
/// <param name="Save">Whether notebooks that pass get their outputs stored in them.</param>
/// <param name="Options">Limits and mode.</param>
/// <param name="Site">The site to write from the run; null for none.</param>
internal sealed record RunSettings(string OutputFolder, bool Save, RunOptions Options, SiteExport? Site = null);
