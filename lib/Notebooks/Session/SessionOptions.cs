using Notebooks.Packages;

namespace Notebooks.Session;

/// <summary>Settings of a session.</summary>
public sealed class SessionOptions
{
    /// <summary>The folder that relative paths in <c>#r</c> and in file access start from: the notebook's folder.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>How long an interrupted cell may take to stop before its thread is left behind.</summary>
    public TimeSpan InterruptGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Where earlier restores of packages are remembered.</summary>
    internal RestoreCache RestoreCache { get; init; } = RestoreCache.OfUser();
}
