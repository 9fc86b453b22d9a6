using Notebooks.Session;
using Notebooks.Tests.Session;

namespace Notebooks.Tests.Compilation;

public sealed class ReferenceTests : SessionTest
{
    // A name of its own for each test: a process keeps the first build of a name.
    private readonly string suffix = Guid.NewGuid().ToString("N");

    private string Inner => $"Inner{suffix}";

    private string Outer => $"Outer{suffix}";

    // Else the memory of a session grows with the square of its cells.
    [Fact]
    public async Task A_later_cell_lists_only_the_references_that_are_new_to_it()
    {
        await RunOk("var first = 1;");
        Assert.NotEmpty(Session.Chain.Last!.GetCompilation().ExternalReferences);
        await RunOk("var second = new List<int> { first };");
        await RunOk("second.Select(one => one + 1).Single()");
        Assert.Equal("2", Sink.Result);
        Assert.Empty(Session.Chain.Last!.GetCompilation().ExternalReferences);
    }

    [Fact]
    public async Task One_line_brings_what_the_assembly_depends_on_too()
    {
        BuildPair("lib");
        await RunOk($"#r \"lib/{Outer}.dll\"\nusing {Outer};\nusing {Inner};\nvar made = Maker.Make();\nmade.Text");
        Assert.Equal("made", Sink.Result);
        await RunOk($"{Inner}.Thing again = made; again.Text + new {Inner}.Thing().Text");
        Assert.Equal("mademade", Sink.Result);
    }

    [Fact]
    public async Task An_absolute_path_and_a_second_session_share_the_types()
    {
        BuildPair("lib");
        string path = Path.Combine(Folder, "lib", Outer + ".dll");
        await RunOk($"#r \"{path}\"\n{Outer}.Maker.Made++;");
        await using var other = new CSharpSession(new SessionOptions { WorkingDirectory = Folder });
        var sink = new RecordingSink();
        await other.RunAsync($"#r \"lib/{Outer}.dll\"\n{Outer}.Maker.Made", sink, CancellationToken.None);
        Assert.Equal("1", sink.Result);
    }

    [Fact]
    public async Task The_hosts_own_copy_is_not_what_scripts_get()
    {
        BuildPair("lib");
        BuildPair("host");
        System.Runtime.Loader.AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(Folder, "host", Outer + ".dll"));
        await RunOk($"#r \"lib/{Outer}.dll\"\ntypeof({Outer}.Maker).Assembly.Location");
        Assert.Equal(Path.Combine(Folder, "lib", Outer + ".dll"), Sink.Result);
        await RunOk($"{Outer}.Maker.Make() is {Inner}.Thing");
        Assert.Equal("True", Sink.Result);
    }

    [Fact]
    public async Task A_missing_file_is_named_with_the_command_that_builds_it()
    {
        var error = await RunError("// first\n#r \"../lib/Course/bin/Course.dll\"");
        string path = Path.GetFullPath(Path.Combine(Folder, "../lib/Course/bin/Course.dll"));
        Assert.Equal(
            $"#r \"../lib/Course/bin/Course.dll\": no file at {path}. Build it first with: dotnet build lib/Course",
            error.Message);
        Assert.Equal(2, error.Line);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_assembly_is_refused()
    {
        File.WriteAllText(Path.Combine(Folder, "text.dll"), "hello");
        var error = await RunError("#r \"text.dll\"");
        Assert.EndsWith("text.dll is not a .NET assembly.", error.Message);
    }

    [Fact]
    public async Task A_rebuilt_assembly_asks_for_a_restart()
    {
        BuildPair("lib");
        await RunOk($"#r \"lib/{Outer}.dll\"\nnew {Outer}.Maker();");
        BuildPair("lib", extra: "public static int More;");
        var error = await RunError($"#r \"lib/{Outer}.dll\"");
        Assert.Contains("was rebuilt after it was loaded. Restart the session", error.Message);
    }

    [Fact]
    public async Task The_same_build_in_another_folder_is_the_same_assembly()
    {
        BuildPair("a");
        await RunOk($"#r \"a/{Outer}.dll\"\nvar made = {Outer}.Maker.Make();");
        Directory.CreateDirectory(Path.Combine(Folder, "b"));
        foreach (string file in Directory.GetFiles(Path.Combine(Folder, "a")))
        {
            File.Copy(file, Path.Combine(Folder, "b", Path.GetFileName(file)));
        }

        await RunOk($"#r \"b/{Outer}.dll\"\nmade is {Inner}.Thing");
        Assert.Equal("True", Sink.Result);
    }

    [Fact]
    public async Task A_directive_in_a_string_is_text()
    {
        await RunOk("var text = \"\"\"\n#r \"nothing.dll\"\n\"\"\";\ntext");
        Assert.Equal("#r \"nothing.dll\"", Sink.Result);
    }

    [Fact]
    public async Task Load_runs_a_script_from_the_notebooks_folder()
    {
        File.WriteAllText(Path.Combine(Folder, "part.csx"), "int FromPart() => 9;");
        await RunOk("#load \"part.csx\"\nFromPart()");
        Assert.Equal("9", Sink.Result);
    }

    private void BuildPair(string folder, string extra = "")
    {
        string target = Directory.CreateDirectory(Path.Combine(Folder, folder)).FullName;
        string inner = Path.Combine(target, Inner + ".dll");
        Build.Library(inner, $"namespace {Inner}; public class Thing {{ public string Text => \"made\"; }}");
        Build.Library(
            Path.Combine(target, Outer + ".dll"),
            $"namespace {Outer}; public class Maker {{ public static int Made; {extra} public static {Inner}.Thing Make() => new(); }}",
            inner);
    }
}
