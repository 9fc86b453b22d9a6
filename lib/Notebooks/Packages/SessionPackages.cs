namespace Notebooks.Packages;

/// <summary>The packages of one session. All that were asked for are restored together, so that their versions fit.</summary>
internal sealed class SessionPackages(string workingDirectory, PackageRestore restore)
{
    private readonly List<string> sources = [];
    private readonly List<PackageRequest> requests = [];
    private RestoredPackages restored = new([], [], [], [], []);

    /// <summary>Adds a feed's address, or a folder with packages.</summary>
    internal void AddSource(string source)
    {
        string place = source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(Path.Combine(workingDirectory, source));
        if (!sources.Contains(place))
        {
            sources.Add(place);
        }
    }

    /// <summary>
    /// Why a package cannot be added, because a version of it is in use that the request does not mean; null when it can be.
    /// </summary>
    internal string? Conflict(PackageRequest request) =>
        restored.VersionOf(request.Id) is { } present && !IsMet(request, present)
            ? $"{request.Id} {present} is in use already. Restart the session to use {request.Version}."
            : null;

    /// <summary>Adds packages; what is there already costs nothing.</summary>
    /// <param name="added">What the cell asks for.</param>
    /// <param name="status">Receives the present state in a line of text, each time in place of the line before.</param>
    /// <param name="cancel">Stops the restore; the session's packages stay as they were.</param>
    /// <exception cref="RestoreException">A package cannot be had.</exception>
    internal RestoredPackages Add(IReadOnlyList<PackageRequest> added, Action<string> status, CancellationToken cancel)
    {
        var missing = added.Distinct().Where(request => restored.VersionOf(request.Id) is null).ToList();
        if (missing.Count == 0)
        {
            return restored;
        }

        // What runs already must keep its version, whatever it was asked for by.
        var fixedRequests = requests.Select(request => request with { Version = $"[{restored.VersionOf(request.Id)}]" });
        var project = new RestoreProject([.. fixedRequests, .. missing], sources, workingDirectory);
        string names = string.Join(", ", missing);
        try
        {
            var result = restore.RunAsync(project, () => status($"Restoring {names} ..."), cancel).GetAwaiter().GetResult();
            var installed = missing.Select(request => $"{request.Id} {result.VersionOf(request.Id)}");
            status(string.Join('\n', result.Warnings.Prepend($"Restored {string.Join(", ", installed)}")));
            requests.AddRange(missing);
            return restored = result;
        }
        catch (Exception e) when (e is RestoreException or OperationCanceledException)
        {
            status($"Not restored: {names}");
            throw;
        }
    }

    private bool IsMet(PackageRequest request, string present) =>
        request.Version is null || request.Version == present || requests.Contains(request);
}
