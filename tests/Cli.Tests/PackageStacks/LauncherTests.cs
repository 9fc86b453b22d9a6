using System.Diagnostics;
using Cli.Repository;
using Cli.Tests.DevContainers;

namespace Cli.Tests.PackageStacks;

/// <summary>./course where a stack cannot be had: a copy of the sources that asks for versions which there are not.</summary>
public sealed class LauncherTests : IDisposable
{
    private static readonly string Root = CourseRepository.Find(AppContext.BaseDirectory).Root;

    private readonly string _folder = Directory.CreateTempSubdirectory("launcher-").FullName;

    [CloneFact]
    public void An_unknown_stack_is_refused_before_anything_is_built()
    {
        var (code, output) = Course(Root, "--stack", "gpu", "run", "vit");
        Assert.Equal(2, code);
        Assert.Equal("course: there is no stack 'gpu': embedded, cpu or cuda.", output.Trim());
    }

    [CloneFact]
    public void Packages_that_cannot_be_had_end_in_one_message_and_a_run_goes_on_without_them_only_when_asked_to()
    {
        CopySources();
        var (code, output) = Course(_folder, "--stack", "cpu", "train", "clip");
        Assert.Equal(1, code);
        Assert.StartsWith(
            "course: the cpu stack cannot be restored: no package source of this machine has TorchSharp-cpu",
            Assert.Single(output.Split('\n'), line => line.StartsWith("course:")));

        (code, output) = Course(_folder, "--stack", "cpu", "--fallback", "train");
        Assert.Equal(0, code);
        Assert.Contains("course: the packages of the cpu stack cannot be had; going on with the embedded stack", output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (int Code, string Output) Course(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(folder, "course"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove(Stacks.Variable);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private void CopySources()
    {
        foreach (var file in Directory.EnumerateFiles(Root).Concat(Directory.EnumerateFiles(Path.Combine(Root, "lib"), "*", SearchOption.AllDirectories)))
        {
            var relative = Path.GetRelativePath(Root, file);
            if (relative.Split(Path.DirectorySeparatorChar) is var parts && (parts.Contains("bin") || parts.Contains("obj")))
            {
                continue;
            }

            var copy = Path.Combine(_folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        // No source has these, whatever this machine can reach.
        var path = Path.Combine(_folder, "Directory.Packages.props");
        File.WriteAllText(path, File.ReadAllText(path).Replace("<TorchSharpVersion>", "<TorchSharpVersion>999."));
    }
}
