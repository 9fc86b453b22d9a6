namespace Clients.Tests.Support;

/// <summary>The kernel, installed by the course's own command into a temporary folder that Jupyter is pointed at.</summary>
public sealed class InstalledKernel : IAsyncLifetime
{
    /// <summary>The name notebooks ask for.</summary>
    public const string Name = ".net-csharp";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("course-clients-");

    /// <summary>A folder for files of the tests.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The installed kernel.json.</summary>
    public string KernelJson => Path.Combine(Folder, "share", "jupyter", "kernels", Name, "kernel.json");

    /// <summary>Makes Jupyter look into the temporary folder and leave the user's own alone.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["HOME"] = Folder,
        ["JUPYTER_PATH"] = Path.Combine(Folder, "share", "jupyter"),
        ["JUPYTER_DATA_DIR"] = Path.Combine(Folder, "data"),
        ["JUPYTER_RUNTIME_DIR"] = Path.Combine(Folder, "runtime"),
        ["JUPYTER_CONFIG_DIR"] = Path.Combine(Folder, "config"),
        ["IPYTHONDIR"] = Path.Combine(Folder, "ipython"),
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["PYTHONDONTWRITEBYTECODE"] = "1",
    };

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Installed.Missing(Client.Jupyter) is not null && Installed.Missing(Client.Node) is not null)
        {
            return;
        }

        var tool = Path.Combine(Installed.Repository.Root, "lib", "Cli", "bin", "course-cli.dll");
        var install = await ClientProcess.RunAsync(
            "dotnet", [tool, "kernel", "install", "--prefix", Folder], Installed.Repository.Root, [], TimeSpan.FromMinutes(5));
        Assert.True(install.ExitCode == 0, $"'course kernel install' failed:\n{install.Output}\n{install.Error}");
        Assert.True(File.Exists(KernelJson), $"'course kernel install' wrote no {KernelJson}");
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
