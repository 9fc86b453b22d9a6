using Notebooks.Session;

namespace Notebooks.Tests.Session;

public sealed class ConsoleTests : SessionTest
{
    [Fact]
    public async Task Text_arrives_while_the_cell_runs()
    {
        var running = Run("Console.WriteLine(\"first\"); await Task.Delay(700); Console.WriteLine(\"second\");");
        while (Sink.Out.Length == 0)
        {
            await Task.Delay(5);
        }

        Assert.Equal("first\n", Sink.Out);
        Assert.False(running.IsCompleted);
        await running;
        Assert.Equal("first\nsecond\n", Sink.Out);
    }

    [Fact]
    public async Task Errors_go_to_their_own_stream()
    {
        await RunOk("Console.Error.Write(\"bad\"); Console.Write(\"good\");");
        Assert.Equal("bad", Sink.Err);
        Assert.Equal("good", Sink.Out);
    }

    [Fact]
    public async Task A_line_is_one_message()
    {
        await RunOk("Console.WriteLine(1.5); Console.WriteLine(2); Console.WriteLine($\"{3}\"); Console.WriteLine(\"{0}\", 4);");
        Assert.Equal(["1.5\n", "2\n", "3\n", "4\n"], Sink.Calls.Select(call => call.Value));
    }

    [Fact]
    public async Task Threads_and_tasks_of_the_cell_write_to_it()
    {
        await RunOk(
            """
            var thread = new System.Threading.Thread(() => Console.WriteLine("thread"));
            thread.Start();
            thread.Join();
            await Task.Run(() => Console.WriteLine("task"));
            """);
        Assert.Equal("thread\ntask\n", Sink.Out);
    }

    [Fact]
    public async Task What_comes_between_cells_waits_for_the_next()
    {
        await RunOk("var background = Task.Run(async () => { await Task.Delay(300); Console.WriteLine(\"late\"); });");
        await Task.Delay(800);
        Assert.Equal("", Sink.Out);
        await RunOk("1");
        Assert.Equal("late\n", Sink.Out);
    }

    [Fact]
    public async Task The_host_keeps_its_console()
    {
        var host = new StringWriter();
        var real = Console.Out;
        await Session.DisposeAsync();
        Console.SetOut(host);
        try
        {
            await using var session = new CSharpSession(new SessionOptions { WorkingDirectory = Folder });
            var sink = new RecordingSink { OnStream = text => Console.Write($"[{text}]") };
            await session.RunAsync("Console.Write(\"cell\");", sink, CancellationToken.None);
            Console.Write("host");
            Assert.Equal("cell", sink.Out);
            Assert.Equal("[cell]host", host.ToString());
            await session.DisposeAsync();
            Console.Write("!");
            Assert.Equal("[cell]host!", host.ToString());
        }
        finally
        {
            Console.SetOut(real);
        }
    }

    [Fact]
    public async Task Input_comes_from_the_front_end()
    {
        Sink = new RecordingSink();
        Sink.Answers.Enqueue("Ada");
        Sink.Answers.Enqueue("21");
        var sink = Sink;
        await Session.RunAsync(
            "var name = Console.ReadLine(); var age = await GetInputAsync(\"Age?\"); $\"{name} {age}\"",
            sink,
            CancellationToken.None);
        Assert.Equal("Ada 21", sink.Result);
        Assert.Contains(sink.Calls, call => call.Value is ("Age?", false));
    }

    [Fact]
    public async Task A_password_does_not_show_itself()
    {
        var sink = new RecordingSink();
        sink.Answers.Enqueue("secret");
        await Session.RunAsync("var p = await GetPasswordAsync(\"Key?\"); p.ToString()", sink, CancellationToken.None);
        Assert.DoesNotContain("secret", sink.Result);
        Assert.Contains(sink.Calls, call => call.Value is ("Key?", true));
        await RunOk("p.GetClearTextPassword()");
        Assert.Equal("secret", Sink.Result);
    }

    [Fact]
    public async Task Asking_where_nobody_answers_is_an_error()
    {
        var error = await RunError("await GetInputAsync(\"Age?\")");
        Assert.Contains("asks for input", error.Message);
    }

    [Fact]
    public async Task Clearing_the_console_empties_the_cells_output()
    {
        await RunOk("Console.Write(1); Console.Clear(); System.Console.Clear(); Console.Write(\"Console.Clear()\");");
        Assert.Equal(["stdout", "clear", "clear", "stdout"], Sink.Calls.Select(call => call.Kind));
        Assert.Equal("1Console.Clear()", Sink.Out);
    }

    [Fact]
    public async Task A_call_that_clears_moves_no_other_code()
    {
        var error = await RunError("System.Console.Clear(); throw new Exception();");
        Assert.Equal((1, 25), (error.Line, error.Column));
    }
}
