using Notebooks.Session;

namespace Notebooks.Tests.Session;

public sealed class InterruptTests : SessionTest
{
    // What is tested is that an interrupt ends the cell, not how fast: a loaded machine may take seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("await Task.Yield(); long n = 0; for (;;) { n++; }")]
    [InlineData("System.Threading.Thread.Sleep(60_000);")]
    [InlineData("try { while (true) { } } catch (Exception) { while (true) { } }")]
    [InlineData("class Endless { public override string ToString() { while (true) { } } } new Endless()")]
    [InlineData("while (true) { Console.Write('x'); }")]
    [InlineData("async Task Spin() { await Task.Delay(1); while (true) { } } Spin().Wait();")]
    public async Task Stops_and_keeps_the_variables(string code)
    {
        await RunOk("var kept = 41;");
        await RunOk("kept");
        using var cancel = new CancellationTokenSource();
        var running = Run("kept++;\nConsole.WriteLine(\"started\");\n" + code, cancel.Token);
        while (!Sink.Out.Contains("started"))
        {
            Assert.False(running.IsCompleted, $"the cell ended too early: {(running.IsCompleted ? await running : null)}");
            await Task.Delay(10);
        }

        await Task.Delay(100);
        await cancel.CancelAsync();
        var result = await running.WaitAsync(Patience);

        Assert.Equal(new CellResult(CellStatus.Cancelled, null), result);
        await RunOk("kept");
        Assert.Equal("42", Sink.Result);
    }

    [Fact]
    public async Task Every_interrupt_stops_the_thread_it_meets()
    {
        await RunOk("var threads = new List<System.Threading.Thread>();");
        for (int round = 0; round < 4; round++)
        {
            using var cancel = new CancellationTokenSource();
            var running = Run("threads.Add(System.Threading.Thread.CurrentThread); Console.WriteLine(); while (true) { }", cancel.Token);
            while (Sink.Out.Length == 0)
            {
                await Task.Delay(10);
            }

            await cancel.CancelAsync();
            Assert.Equal(CellStatus.Cancelled, (await running.WaitAsync(Patience)).Status);
        }

        // A thread that was left behind would be in its loop for ever.
        await RunOk("threads.ForEach(thread => thread.Join());");
    }

    [Fact]
    public async Task What_the_interrupted_cell_declared_before_stays_too()
    {
        using var cancel = new CancellationTokenSource();
        Sink.OnStream = _ => cancel.Cancel();
        var sink = Sink;
        var result = await Session.RunAsync("var model = 7;\nConsole.WriteLine(model);\nwhile (true) { }", sink, cancel.Token);
        Assert.Equal(CellStatus.Cancelled, result.Status);
        await RunOk("model");
        Assert.Equal("7", Sink.Result);
    }

    [Fact]
    public async Task A_token_cancelled_before_the_start_runs_nothing()
    {
        var result = await Run("Console.WriteLine(1);", new CancellationToken(canceled: true));
        Assert.Equal(CellStatus.Cancelled, result.Status);
        Assert.Empty(Sink.Calls);
    }

    [Fact]
    public async Task Code_can_stop_in_good_order()
    {
        using var cancel = new CancellationTokenSource(300);
        var result = await Run(
            """
            using Microsoft.DotNet.Interactive;
            var token = KernelInvocationContext.Current.CancellationToken;
            var steps = 0;
            try { while (true) { await Task.Delay(5, token); steps++; } } finally { Console.WriteLine("saved"); }
            """,
            cancel.Token);
        Assert.Equal(CellStatus.Cancelled, result.Status);
        await RunOk("steps > 0");
        Assert.Equal("True", Sink.Result);
    }

    [Fact]
    public async Task The_output_of_a_thread_left_behind_stays_away_from_later_cells()
    {
        using var cancel = new CancellationTokenSource(200);
        await Run("System.Threading.Thread.Sleep(2000);\nConsole.WriteLine(\"late\");", cancel.Token);
        await RunOk("await Task.Delay(1500);");
        Assert.DoesNotContain("late", Sink.Out);
    }

    [Fact]
    public async Task A_message_to_the_front_end_is_never_cut_in_two()
    {
        using var cancel = new CancellationTokenSource();
        bool whole = false;
        var sink = new RecordingSink
        {
            OnStream = _ =>
            {
                cancel.Cancel();
                Thread.Sleep(300);
                whole = true;
            },
        };
        var result = await Session.RunAsync("Console.WriteLine(1);\nwhile (true) { }", sink, cancel.Token);
        Assert.Equal(CellStatus.Cancelled, result.Status);
        Assert.True(whole);
    }

    [Fact]
    public async Task Disposing_interrupts_the_running_cell()
    {
        var running = Run("while (true) { }");
        await Task.Delay(300);
        await Session.DisposeAsync();
        Assert.Equal(CellStatus.Cancelled, (await running).Status);
    }

    // The console locks a writer during a call; while another session lives, the console is not given back in between.
    [Fact]
    public async Task Interrupts_in_the_midst_of_writing_leave_the_console_usable()
    {
        await using var other = new CSharpSession(new SessionOptions { WorkingDirectory = Folder });
        for (int round = 0; round < 5; round++)
        {
            using var cancel = new CancellationTokenSource();
            var running = Run("while (true) { Console.Write('x'); Console.Error.Write('y'); }", cancel.Token);
            while (Sink.Out.Length == 0)
            {
                await Task.Delay(5);
            }

            await cancel.CancelAsync();
            Assert.Equal(CellStatus.Cancelled, (await running.WaitAsync(Patience)).Status);
            Assert.Equal("still here\n", await RunOk("Console.WriteLine(\"still here\"); Console.Error.Write(\"\");"));
        }
    }
}
