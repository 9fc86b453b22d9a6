using System.Text.Json.Nodes;
using Cli.Kernels;
using Notebooks.Packages;

namespace Cli.Tests.Kernels;

public sealed class KernelInstallerTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kernels-").FullName;
    private readonly StringWriter _log = new();

    public KernelInstallerTests() => Build("first build");

    private string Kernels => Path.Combine(_root, "kernels");

    private string Folder => Path.Combine(Kernels, ".net-csharp");

    private string Json => Path.Combine(Folder, "kernel.json");

    [Fact]
    public async Task The_kernel_json_starts_the_copy_with_the_connection_file()
    {
        var spec = await InstallAsync();
        var json = JsonNode.Parse(File.ReadAllText(Json))!;
        Assert.Equal(".NET (C#)", (string?)json["display_name"]);
        Assert.Equal("C#", (string?)json["language"]);
        Assert.Equal("message", (string?)json["interrupt_mode"]);
        Assert.Equal(
            [DotnetHost.Path, spec.Copy!.Program, "kernel", "start", "--connection-file", "{connection_file}"],
            json["argv"]!.AsArray().Select(part => (string)part!));
        Assert.Equal("first build", File.ReadAllText(spec.Copy.Program));
        Assert.Equal("a native library", File.ReadAllText(Path.Combine(spec.Copy.Folder, "runtimes", "any", "native.bin")));
        Assert.Null(spec.Problem());
    }

    [Theory]
    [InlineData("logo-32x32.png", 32)]
    [InlineData("logo-64x64.png", 64)]
    public async Task The_logos_have_the_sizes_that_their_names_say(string file, int size)
    {
        await InstallAsync();
        var png = File.ReadAllBytes(Path.Combine(Folder, file));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal([0, 0, 0, (byte)size, 0, 0, 0, (byte)size], png[16..24]);
    }

    [Fact]
    public async Task The_vector_logo_is_well_formed_and_holds_no_script()
    {
        await InstallAsync();
        var svg = System.Xml.Linq.XDocument.Load(Path.Combine(Folder, "logo-svg.svg"));
        Assert.Equal("svg", svg.Root!.Name.LocalName);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script");
    }

    [Fact]
    public async Task A_rebuild_of_the_course_leaves_the_installed_copy_alone()
    {
        var spec = await InstallAsync();
        Build("second build");
        Assert.Equal("first build", File.ReadAllText(spec.Copy!.Program));
        Assert.Contains("of another build", spec.State(Source.Fingerprint()));
    }

    [Fact]
    public async Task The_next_installation_starts_the_new_build_and_removes_the_old_copy()
    {
        var first = await InstallAsync();
        Build("second build");
        var second = await InstallAsync();
        Assert.Equal("second build", File.ReadAllText(second.Copy!.Program));
        Assert.False(Directory.Exists(first.Copy!.Folder));
        Assert.Equal("the course's, intact", second.State(Source.Fingerprint()));
    }

    [Fact]
    public async Task A_copy_stays_while_a_kernel_runs_from_it()
    {
        var first = await InstallAsync();
        Build("second build");
        using (PublishedCopy.Hold(first.Copy!.Folder))
        {
            await InstallAsync();
            Assert.Equal("first build", File.ReadAllText(first.Copy.Program));
        }

        await InstallAsync();
        Assert.False(Directory.Exists(first.Copy.Folder));
    }

    [Fact]
    public async Task Several_kernels_can_run_from_one_copy()
    {
        var copy = (await InstallAsync()).Copy!;
        using var first = PublishedCopy.Hold(copy.Folder);
        using (PublishedCopy.Hold(copy.Folder))
        {
            Assert.True(copy.IsInUse());
        }

        Assert.True(copy.IsInUse());
        first!.Dispose();
        Assert.False(copy.IsInUse());
    }

    [Fact]
    public async Task The_same_build_is_not_copied_again()
    {
        var program = (await InstallAsync()).Copy!.Program;
        var written = File.GetLastWriteTimeUtc(program);
        File.SetLastWriteTimeUtc(program, written.AddDays(-1));
        await InstallAsync();
        Assert.Equal(written.AddDays(-1), File.GetLastWriteTimeUtc(program));
    }

    [Theory]
    [InlineData(true, "course-cli.dll is missing")]
    [InlineData(false, "course-cli.dll is changed")]
    public async Task Damage_is_named_and_an_installation_repairs_it(bool missing, string problem)
    {
        var spec = await InstallAsync();
        if (missing)
        {
            File.Delete(spec.Copy!.Program);
        }
        else
        {
            File.AppendAllText(spec.Copy!.Program, "!");
        }

        Assert.Equal(problem, spec.Problem());
        Assert.Null((await InstallAsync()).Problem());
        Assert.Equal("first build", File.ReadAllText(spec.Copy.Program));
    }

    [Fact]
    public async Task A_damaged_copy_in_use_is_replaced_beside_it()
    {
        var spec = await InstallAsync();
        File.AppendAllText(spec.Copy!.Program, "!");
        using var running = PublishedCopy.Hold(spec.Copy.Folder);
        var repaired = await InstallAsync();
        Assert.NotEqual(spec.Copy.Folder, repaired.Copy!.Folder);
        Assert.Null(repaired.Problem());
        Assert.True(Directory.Exists(spec.Copy.Folder));
    }

    [Fact]
    public async Task A_lost_dotnet_is_a_problem()
    {
        await InstallAsync();
        var json = JsonNode.Parse(File.ReadAllText(Json))!;
        json["argv"]![0] = Path.Combine(_root, "dotnet");
        File.WriteAllText(Json, json.ToJsonString());
        Assert.Equal($"it starts {Path.Combine(_root, "dotnet")}, which is not there", KernelSpec.Read(Folder)!.Problem());
    }

    [Theory]
    [InlineData("""{"argv":["dotnet-interactive","jupyter","{connection_file}"],"display_name":".NET (C#)"}""", "an installation of .NET Interactive")]
    [InlineData("""{"argv":["python3","-m","ipykernel"],"display_name":"Python"}""", "another program (python3 -m ipykernel)")]
    [InlineData("""{"display_name":"nothing"}""", "another program")]
    [InlineData("not JSON", "holds kernel.json, which the course did not put there")]
    public async Task A_kernel_of_another_program_stays_and_the_error_says_whose_it_is(string foreign, string owner)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Json, foreign);
        var error = await Assert.ThrowsAsync<CourseException>(InstallAsync);
        Assert.Contains(owner, error.Message);
        Assert.Contains("--name course-csharp", error.Message);
        Assert.Contains("stays as it is", Assert.Throws<CourseException>(Remove).Message);
        Assert.Equal([Json], Directory.GetFileSystemEntries(Folder));
        Assert.Equal(foreign, File.ReadAllText(Json));
    }

    [Fact]
    public async Task An_installation_that_was_broken_off_can_be_done_again()
    {
        var spec = await InstallAsync();
        File.Delete(Json);
        Directory.CreateDirectory(Path.Combine(Folder, ".staging-1"));
        File.WriteAllText(Path.Combine(spec.Copy!.Folder, "checksums.sha256"), "");
        File.Delete(spec.Copy.Program);
        var again = await InstallAsync();
        Assert.False(Directory.Exists(Path.Combine(Folder, ".staging-1")));
        Assert.True(File.Exists(again.Copy!.Program));
    }

    [Fact]
    public async Task Two_installations_at_a_time_are_refused()
    {
        await InstallAsync();
        using var other = new FileStream(Path.Combine(Folder, ".staging-lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        Assert.Contains("under way", (await Assert.ThrowsAsync<CourseException>(InstallAsync)).Message);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_gets_one_line_and_advice()
    {
        File.WriteAllText(Kernels, "a file where the folder should be");
        var error = await Assert.ThrowsAsync<CourseException>(InstallAsync);
        Assert.StartsWith($"cannot change {Folder}: ", error.Message);
        Assert.Contains("--prefix DIR", error.Message);
    }

    [Fact]
    public async Task Another_name_gets_another_display_name()
    {
        var spec = await new KernelInstaller(Kernels, "course-csharp").InstallAsync(Source, null, _log, default);
        Assert.Equal(".NET (C#) [course-csharp]", spec.DisplayName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("name\n")]
    public async Task A_name_that_Jupyter_would_not_take_is_refused(string name)
    {
        var error = await Assert.ThrowsAsync<CourseException>(() => new KernelInstaller(Kernels, name).InstallAsync(Source, null, _log, default));
        Assert.Contains("cannot name a kernel", error.Message);
        Assert.False(Directory.Exists(Kernels));
    }

    [Fact]
    public async Task Removing_leaves_nothing_behind()
    {
        await InstallAsync();
        Remove();
        Assert.Empty(Directory.GetFileSystemEntries(Kernels));
    }

    [Fact]
    public async Task A_running_kernel_is_not_removed()
    {
        var spec = await InstallAsync();
        using (PublishedCopy.Hold(spec.Copy!.Folder))
        {
            Assert.Contains("is running", Assert.Throws<CourseException>(Remove).Message);
            Assert.True(File.Exists(Json));
        }

        Remove();
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task Removing_what_is_not_there_names_the_nearest()
    {
        await InstallAsync();
        var error = Assert.Throws<CourseException>(() => new KernelInstaller(Kernels, ".net-csharpp").Remove());
        Assert.Contains("Did you mean '.net-csharp'?", error.Message);
    }

    [Fact]
    public void A_program_outside_a_copy_holds_nothing() => Assert.Null(PublishedCopy.Hold(_root));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private ProgramSource Source => new(Path.Combine(_root, "bin"));

    private void Build(string program)
    {
        Directory.CreateDirectory(Path.Combine(_root, "bin", "runtimes", "any"));
        File.WriteAllText(Path.Combine(_root, "bin", "course-cli.dll"), program);
        File.WriteAllText(Path.Combine(_root, "bin", "runtimes", "any", "native.bin"), "a native library");
    }

    private Task<KernelSpec> InstallAsync() => new KernelInstaller(Kernels, KernelSpec.StandardName).InstallAsync(Source, null, _log, default);

    private void Remove() => new KernelInstaller(Kernels, KernelSpec.StandardName).Remove();
}
