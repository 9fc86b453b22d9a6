using Cli.Kernels;

namespace Cli.Tests.Kernels;

/// <summary>A test that needs crossgen2, which comes from the package feed: skipped, with the feed's reason, where it cannot be had.</summary>
public sealed class CrossgenFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Problem = new(Probe);

    public CrossgenFactAttribute()
    {
        if (Problem.Value is { } problem)
        {
            Skip = $"crossgen2 cannot be had: {problem}";
        }
    }

    private static string? Probe()
    {
        var folder = Directory.CreateTempSubdirectory("crossgen-").FullName;
        try
        {
            return new ReadyToRunCompiler(folder).FindToolAsync(CancellationToken.None).GetAwaiter().GetResult().Problem;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
