using Notebooks.Session;

namespace Notebooks.Tests.Session;

public sealed class CellTests : SessionTest
{
    [Fact]
    public async Task The_last_expression_is_the_result()
    {
        await RunOk("1 + 1");
        Assert.Equal("2", Sink.Result);
    }

    [Theory]
    [InlineData("var x = 3;")]
    [InlineData("(string)null")]
    [InlineData("Console.Out.Flush()")]
    [InlineData("// nothing")]
    [InlineData("")]
    [InlineData("using System.IO;")]
    public async Task No_value_shows_nothing(string code)
    {
        await RunOk(code);
        Assert.Empty(Sink.Results);
    }

    [Fact]
    public async Task Variables_methods_types_and_usings_carry_over()
    {
        await RunOk("var x = 20; int Twice(int n) => 2 * n;");
        await RunOk("using System.Globalization;");
        await RunOk("record Point(int X, int Y);");
        await RunOk("x += 1; var p = new Point(Twice(x), 0);");
        await RunOk("p.X.ToString(CultureInfo.InvariantCulture)");
        Assert.Equal("42", Sink.Result);
    }

    [Fact]
    public async Task A_name_can_be_declared_again_with_another_type()
    {
        await RunOk("var x = 1;");
        await RunOk("var x = \"text\";");
        await RunOk("x.Length");
        Assert.Equal("4", Sink.Result);
    }

    [Fact]
    public async Task Many_cells_in_a_row()
    {
        await RunOk("var sum = 0;");
        for (int cell = 0; cell < 40; cell++)
        {
            await RunOk($"var v{cell} = {cell}; sum += v{cell};");
        }

        await RunOk("sum + v0 + v39");
        Assert.Equal("819", Sink.Result);
    }

    [Fact]
    public async Task The_newest_language_and_top_level_await()
    {
        await RunOk("int[] xs = [1, 2, 3]; await Task.Delay(5); xs is [_, .. var rest] ? rest.Length : 0");
        Assert.Equal("2", Sink.Result);
    }

    [Fact]
    public async Task Cells_and_what_follows_their_awaits_run_on_one_thread()
    {
        await RunOk("int Id() => Environment.CurrentManagedThreadId; var before = Id(); await Task.Delay(5); var after = Id();");
        await RunOk("before == after && after == Id()");
        Assert.Equal("True", Sink.Result);
    }

    [Fact]
    public async Task Blocking_on_an_async_method_does_not_block_the_cell_for_ever()
    {
        await RunOk("async Task<int> Slow() { await Task.Delay(5); await Task.Yield(); return 7; } Slow().Result");
        Assert.Equal("7", Sink.Result);
    }

    [Fact]
    public async Task Files_are_found_from_the_notebooks_folder()
    {
        File.WriteAllText(Path.Combine(Folder, "data.txt"), "here");
        string host = Environment.CurrentDirectory;
        await RunOk("System.IO.File.ReadAllText(\"data.txt\")");
        Assert.Equal("here", Sink.Result);
        Assert.Equal(host, Environment.CurrentDirectory);
    }

    [Fact]
    public async Task A_change_of_directory_lasts_to_the_next_cell()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "deep"));
        await RunOk("Environment.CurrentDirectory = \"deep\";");
        await RunOk("System.IO.Path.GetFileName(Environment.CurrentDirectory)");
        Assert.Equal("deep", Sink.Result);
    }

    [Fact]
    public async Task Lines_that_mark_exercises_and_exports_are_comments()
    {
        await RunOk("//| export Thing.cs\nclass Thing { }\n1");
        Assert.Equal("1", Sink.Result);
    }

    [Fact]
    public async Task Two_sessions_do_not_see_each_other()
    {
        await RunOk("var mine = 1;");
        await using var other = new CSharpSession(new SessionOptions { WorkingDirectory = Folder });
        var result = await other.RunAsync("mine", new RecordingSink(), CancellationToken.None);
        Assert.Equal(CellStatus.Error, result.Status);
    }

    [Fact]
    public async Task A_disposed_session_says_so()
    {
        await Session.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Session.RunAsync("1", Sink, CancellationToken.None));
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        string missing = Path.Combine(Folder, "missing");
        var thrown = Assert.Throws<DirectoryNotFoundException>(() => new CSharpSession(new SessionOptions { WorkingDirectory = missing }));
        Assert.Contains(missing, thrown.Message);
    }

    [Fact]
    public async Task Warming_up_leaves_no_trace_and_makes_the_first_cell_quick()
    {
        await Session.WarmUpAsync();
        long start = Environment.TickCount64;
        await RunOk("#!who\n1 + 1");
        Assert.InRange(Environment.TickCount64 - start, 0, 1000);
        Assert.Equal("No variables yet.\n", Sink.Out);
    }
}
