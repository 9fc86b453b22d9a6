using System.Diagnostics;
using System.Text.Json.Nodes;
using Cli.Kernels;
using Cli.Repository;

namespace Cli.Tests.DevContainers;

/// <summary>What a new container runs, in a fresh clone and with a home of its own. It builds the course: the slowest test of the project.</summary>
[Trait("Speed", "Slow")]
public sealed class SetupTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("container-").FullName;

    [CloneFact]
    public void After_the_set_up_a_kernel_is_installed_and_intact()
    {
        var course = CourseRepository.Find(AppContext.BaseDirectory).Root;
        var clone = Path.Combine(_root, "course");
        Run("git", ["clone", "--quiet", course, clone], _root);
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(clone, ".devcontainer", "devcontainer.json")))!;
        var output = Run("bash", ["-c", (string)file["postCreateCommand"]!], clone);
        Assert.Contains("Ready: open notebooks/00-start-here.ipynb", output);
        Assert.True(File.Exists(Path.Combine(clone, "lib", "Course", "bin", "Course.dll")));
        var spec = KernelSpec.Read(Path.Combine(_root, ".local", "share", "jupyter", "kernels", KernelSpec.StandardName));
        Assert.NotNull(spec);
        Assert.Null(spec.Problem());
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Run(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        foreach (var variable in new[] { "JUPYTER_DATA_DIR", "JUPYTER_PATH", "XDG_DATA_HOME", "COURSE_STACK" })
        {
            start.Environment.Remove(variable);
        }

        // The user's feeds and downloaded packages stay those of the machine; everything else goes into the temporary home.
        var link = Path.Combine(_root, ".nuget", "NuGet");
        if (Path.Combine(home, ".nuget", "NuGet") is var feeds && Directory.Exists(feeds) && !Directory.Exists(link))
        {
            Directory.CreateDirectory(Path.Combine(_root, ".nuget"));
            Directory.CreateSymbolicLink(link, feeds);
        }

        start.Environment.TryAdd("NUGET_PACKAGES", Path.Combine(home, ".nuget", "packages"));
        start.Environment["HOME"] = start.Environment["DOTNET_CLI_HOME"] = _root;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {output}{error.Result}");
        return output;
    }
}
