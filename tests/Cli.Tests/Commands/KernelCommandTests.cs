namespace Cli.Tests.Commands;

public sealed class KernelCommandTests : IDisposable
{
    private readonly TestRepository _course = new();

    [Fact]
    public async Task Install_list_and_uninstall_tell_one_story()
    {
        var prefix = _course.Path("prefix");
        var folder = Path.Combine(prefix, "share", "jupyter", "kernels", "mine");
        Assert.Equal(0, await _course.CourseAsync(["kernel", "install", "--plain", "--prefix", prefix, "--name", "mine"]));
        Assert.Contains($"Installed the kernel '.NET (C#) [mine]' (mine) in {folder}", _course.Output.ToString());
        Assert.Contains("JUPYTER_PATH", _course.Output.ToString());

        Assert.Equal(0, await _course.CourseAsync(["kernel", "list", "--prefix", prefix]));
        Assert.Contains($"mine  '.NET (C#) [mine]'  {folder}\n    the course's, intact\n", _course.Output.ToString().ReplaceLineEndings("\n"));

        Assert.Equal(0, await _course.CourseAsync(["kernel", "uninstall", "--prefix", prefix, "--name", "mine"]));
        Assert.False(Directory.Exists(folder));
        Assert.Equal(1, await _course.CourseAsync(["kernel", "uninstall", "--prefix", prefix, "--name", "mine"]));
        Assert.Contains("there is no kernel 'mine'", _course.Error.ToString());
    }

    [Fact]
    public async Task A_foreign_kernel_gives_code_1_and_one_line()
    {
        _course.Write("share/jupyter/kernels/.net-csharp/kernel.json", """{"argv":["dotnet-interactive"],"display_name":".NET (C#)"}""");
        Assert.Equal(1, await _course.CourseAsync(["kernel", "install", "--plain", "--prefix", _course.Root]));
        Assert.Contains("belongs to an installation of .NET Interactive", _course.Error.ToString());
        Assert.Single(_course.Error.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task The_installed_copy_starts_outside_the_clone()
    {
        Assert.Equal(0, await _course.CourseAsync(["kernel", "install", "--plain", "--prefix", _course.Root, "--name", "mine"]));
        var spec = Cli.Kernels.KernelSpec.Read(_course.Path("share/jupyter/kernels/mine"))!;
        var outcome = await Notebooks.Packages.ChildProcess.RunAsync(
            spec.Command[0], [spec.Command[1], "kernel", "--help"], Path.GetTempPath(), CancellationToken.None);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("uninstall", outcome.Output);
    }

    public void Dispose() => _course.Dispose();
}
