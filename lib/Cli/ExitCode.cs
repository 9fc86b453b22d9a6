namespace Cli;

/// <summary>Exit codes of the command.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>A cell failed, a file is stale or damaged, or something is missing.</summary>
    public const int Failure = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl+C, as shells report it: 128 + SIGINT.</summary>
    public const int Cancelled = 130;
}
