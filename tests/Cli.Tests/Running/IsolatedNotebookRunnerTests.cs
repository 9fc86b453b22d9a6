using Cli.Running.Isolation;
using Notebooks.Documents;
using Notebooks.Running;

namespace Cli.Tests.Running;

/// <summary>Real worker processes and real C# sessions.</summary>
public sealed class IsolatedNotebookRunnerTests : IDisposable
{
    private readonly TestRepository _course = new();

    [Fact]
    public async Task Cells_share_variables_and_outputs_come_back()
    {
        var run = await RunAsync(new NotebookBuilder()
            .Code("var a = 40;")
            .Code("Console.WriteLine(\"✓ größer\"); Console.WriteLine(\"▪ answer: \" + (a + 2));")
            .Code("System.IO.File.WriteAllText(\"here.txt\", \"x\"); a + 2"));
        Assert.Null(run.Failure);
        Assert.Equal(RunStatus.Passed, run.Status);
        Assert.Equal(("answer", "42"), (run.Figures.Single().Name, run.Figures.Single().Value));
        Assert.Equal(1, run.ChecksPassed);
        Assert.Contains("42", run.Cells[2].Outputs[0]!["data"]!.ToJsonString());
        Assert.True(File.Exists(_course.Path("notebooks/here.txt")), "the working directory is the notebook's folder");
        Assert.True(run.PeakMemoryBytes > 10_000_000);
    }

    [Fact]
    public async Task An_exception_names_its_cell()
    {
        var run = await RunAsync(new NotebookBuilder().Code("1").Code("int x = 0;\nvar y = 1 / x;"));
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Equal((2, "DivideByZeroException"), (run.Failure!.Number, run.Failure.ErrorName));
        Assert.Equal((2, "var y = 1 / x;"), (run.Failure.Line, run.Failure.LineText));
    }

    [Fact]
    public async Task An_endless_loop_ends_at_the_timeout()
    {
        // Long enough for a cold start on a busy machine, so that it is the loop that is stopped.
        var options = new RunOptions { CellTimeout = TimeSpan.FromSeconds(15), StopGrace = TimeSpan.FromSeconds(2) };
        var run = await RunAsync(new NotebookBuilder().Code("Console.WriteLine(\"in\"); while (true) { }").Code("2"), options);
        Assert.Equal(RunStatus.TimedOut, run.Status);
        Assert.Equal("the cell took longer than 15 s", run.Failure!.Message);
        Assert.Equal("in\n", run.Cells.Single().Outputs[0]!["text"]![0]!.ToString());
    }

    [Fact]
    public async Task A_cancel_ends_the_worker()
    {
        using var stop = new CancellationTokenSource();
        var progress = new StopAtCell(2, stop);
        var run = await RunAsync(
            new NotebookBuilder().Code("1").Code("System.Threading.Thread.Sleep(60000);"), new RunOptions { StopGrace = TimeSpan.FromSeconds(1) }, progress, stop.Token);
        Assert.Equal(RunStatus.Cancelled, run.Status);
        Assert.True(run.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_cancel_before_the_start_runs_no_cell()
    {
        var run = await RunAsync(new NotebookBuilder().Code("System.IO.File.WriteAllText(\"ran.txt\", \"\")"), cancel: new CancellationToken(true));
        Assert.Equal(RunStatus.Cancelled, run.Status);
        Assert.False(File.Exists(_course.Path("notebooks/ran.txt")));
    }

    [Fact]
    public async Task A_crash_costs_this_notebook_only_and_keeps_the_cells_before_it()
    {
        var run = await RunAsync(new NotebookBuilder().Code("1 + 1").Code("Environment.FailFast(\"gone\");"));
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Equal((2, "ProcessEnded"), (run.Failure!.Number, run.Failure.ErrorName));
        Assert.Contains("the process that ran the notebook ended with exit code", run.Failure.Message);
        Assert.Equal(1, Assert.Single(run.Cells).Number);
    }

    [Fact]
    public async Task Bad_exercises_are_refused_as_they_are_in_process()
    {
        var e = await Assert.ThrowsAsync<NotebookException>(() => RunAsync(new NotebookBuilder().Code("//| check nothing")));
        Assert.Contains("no exercise of that name", e.Message);
    }

    public void Dispose() => _course.Dispose();

    private Task<NotebookRun> RunAsync(
        NotebookBuilder notebook, RunOptions? options = null, IProgress<CellProgress>? progress = null, CancellationToken cancel = default)
    {
        _course.Write("notebooks/x.ipynb", notebook);
        return new IsolatedNotebookRunner().RunAsync(_course.Load("notebooks/x.ipynb"), options ?? new RunOptions(), progress, cancel);
    }

    private sealed class StopAtCell(int number, CancellationTokenSource stop) : IProgress<CellProgress>
    {
        public void Report(CellProgress value)
        {
            if (value.Number == number)
            {
                stop.CancelAfter(300);
            }
        }
    }
}
