namespace Cli.Kernels;

/// <summary>
/// The folders in which Jupyter looks for kernels, by the rules of jupyter_core.paths, worked out without Jupyter or Python.
/// </summary>
internal sealed class JupyterFolders(JupyterPlatform platform, Func<string, string?> environment)
{
    /// <summary>The folders of this machine and user.</summary>
    public static JupyterFolders OfThisMachine { get; } = new(CurrentPlatform, Environment.GetEnvironmentVariable);

    /// <summary>The kernels of this user.</summary>
    /// <exception cref="CourseException">The user has no home folder.</exception>
    public string User => Kernels(UserData());

    /// <summary>The kernels of the Python environment that is active: a venv or a conda environment.</summary>
    /// <exception cref="CourseException">None is active.</exception>
    public string ActiveEnvironment => (Value("VIRTUAL_ENV") ?? Value("CONDA_PREFIX")) is { } prefix
        ? UnderPrefix(prefix)
        : throw new CourseException(
            "--sys-prefix needs an active Python environment (VIRTUAL_ENV or CONDA_PREFIX is not set): activate one, or use --prefix DIR.");

    /// <summary>Every folder, in the order in which Jupyter searches them.</summary>
    public IReadOnlyList<string> Search
    {
        get
        {
            var data = new List<string>();
            data.AddRange((Value("JUPYTER_PATH") ?? "").Split(PathSeparator, StringSplitOptions.RemoveEmptyEntries));
            if (HasHome)
            {
                data.Add(UserData());
            }

            data.AddRange(new[] { Value("VIRTUAL_ENV"), Value("CONDA_PREFIX") }.OfType<string>().Select(Data));
            data.AddRange(System());
            return [.. data.Select(Kernels).Distinct()];
        }
    }

    private static JupyterPlatform CurrentPlatform =>
        OperatingSystem.IsWindows() ? JupyterPlatform.Windows : OperatingSystem.IsMacOS() ? JupyterPlatform.MacOS : JupyterPlatform.Linux;

    private bool HasHome => Value("JUPYTER_DATA_DIR") is not null || Value("APPDATA") is not null || Home is not null;

    private string? Home => Value("HOME") ?? Value("USERPROFILE");

    private char PathSeparator => platform == JupyterPlatform.Windows ? ';' : ':';

    /// <summary>The kernels under an installation prefix such as /usr/local.</summary>
    public static string UnderPrefix(string prefix) => Kernels(Data(Path.GetFullPath(prefix)));

    private static string Data(string prefix) => Path.Combine(prefix, "share", "jupyter");

    private static string Kernels(string data) => Path.Combine(data, "kernels");

    private string UserData()
    {
        if (Value("JUPYTER_DATA_DIR") is { } chosen)
        {
            return chosen;
        }

        if (platform == JupyterPlatform.Windows && Value("APPDATA") is { } roaming)
        {
            return Path.Combine(roaming, "jupyter");
        }

        var home = Home ?? throw new CourseException("HOME is not set, so your kernels have no folder: use --prefix DIR.");
        return platform switch
        {
            JupyterPlatform.Windows => Path.Combine(home, ".jupyter", "data"),
            JupyterPlatform.MacOS => Path.Combine(home, "Library", "Jupyter"),
            _ => Path.Combine(Value("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter"),
        };
    }

    private IEnumerable<string> System() => platform == JupyterPlatform.Windows
        ? Value("PROGRAMDATA") is { } shared ? [Path.Combine(shared, "jupyter")] : []
        : [Data("/usr/local"), Data("/usr")];

    private string? Value(string name) => environment(name) is { Length: > 0 } value ? value : null;
}
