using Notebooks.Packages;

namespace Notebooks.Tests.Packages;

/// <summary>A test that needs the package feed of this machine: skipped, with the feed's own error, where it cannot be reached.</summary>
public sealed class FeedFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Problem = new(Probe);

    public FeedFactAttribute()
    {
        if (Problem.Value is { } problem)
        {
            Skip = $"the package feed cannot be used: {problem}";
        }
    }

    private static string? Probe()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            var project = new RestoreProject([new PackageRequest("Newtonsoft.Json", "13.0.1")], [], Path.GetTempPath());
            new PackageRestore(RestoreCache.None).RunAsync(project, () => { }, limit.Token).GetAwaiter().GetResult();
            return null;
        }
        catch (RestoreException e)
        {
            return e.Message;
        }
        catch (OperationCanceledException)
        {
            return "it does not answer";
        }
    }
}
