using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Exercises;
using Notebooks.Session;

namespace Notebooks.Tests.Running;

public sealed class NotebookRunnerTests
{
    private static readonly RunOptions Quick = new() { StopGrace = TimeSpan.FromMilliseconds(200) };

    [Fact]
    public async Task Cells_run_in_order_and_report_progress()
    {
        var executor = new FakeExecutor((code, sink, _) =>
        {
            sink.Stream("stdout", $"✓ {code}\n▪ last: {code}\n");
            return Task.FromResult(FakeExecutor.Ok);
        });
        var progress = new Recorder();
        var run = await Runner(executor).RunAsync(new NotebookBuilder().Markdown("# t").Code("a").Code("b").Build("x"), Quick, progress, default);

        Assert.Equal(RunStatus.Passed, run.Status);
        Assert.Equal(["a", "b"], executor.Ran);
        Assert.True(executor.Disposed);
        Assert.Equal(2, run.ChecksPassed);
        Assert.Equal(["a", "b"], run.Figures.Select(figure => figure.Value));
        Assert.Equal(["start 1/2 a", "Passed 1/2 a", "start 2/2 b", "Passed 2/2 b"], progress.Seen);
        Assert.True(run.PeakMemoryBytes > 1_000_000);
    }

    [Fact]
    public async Task A_failing_cell_ends_the_run_and_is_described()
    {
        var executor = Script(("good", FakeExecutor.Ok), ("x\nbad", FakeExecutor.Error("BoomException", "no", line: 2)));
        var document = new NotebookBuilder().Code("good").Code("x\nbad").Code("never").Build("x");
        var run = await Runner(executor).RunAsync(document, Quick, null, default);

        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Equal((3, 2), (run.CodeCells, run.Cells.Count));
        Assert.Equal((2, "x", "BoomException", "no", 2, "bad"),
            (run.Failure!.Number, run.Failure.FirstLine, run.Failure.ErrorName, run.Failure.Message, run.Failure.Line, run.Failure.LineText));
        Assert.Equal("BoomException", run.Cells[1].Outputs[0]!["ename"]!.ToString());

        var copy = NotebookDocument.Parse(ExecutedNotebook.AsRun(document, run), "x");
        Assert.Equal([1, 2, null], copy.Cells.Select(cell => cell.ExecutionCount));
        Assert.Throws<ArgumentException>(() => ExecutedNotebook.ForStorage(document, run));
    }

    [Fact]
    public async Task A_cell_tagged_raises_exception_must_fail_and_the_run_goes_on()
    {
        var document = new NotebookBuilder().Code("bad", "raises-exception").Code("good").Build("x");
        var run = await Runner(Script(("bad", FakeExecutor.Error("E", "m")), ("good", FakeExecutor.Ok))).RunAsync(document, Quick, null, default);
        Assert.Equal(RunStatus.Passed, run.Status);
        Assert.Equal("error", run.Cells[0].Outputs[0]!["output_type"]!.ToString());

        run = await Runner(Script(("bad", FakeExecutor.Ok))).RunAsync(document, Quick, null, default);
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains("tagged raises-exception, but it ran without an error", run.Failure!.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cell_that_takes_too_long_is_stopped(bool obeys)
    {
        var options = Quick with { CellTimeout = TimeSpan.FromMilliseconds(50) };
        var run = await Runner(Endless(obeys)).RunAsync(new NotebookBuilder().Code("loop").Code("b").Build("x"), options, null, default);
        Assert.Equal(RunStatus.TimedOut, run.Status);
        Assert.StartsWith("the cell took longer than 0.1 s", run.Failure!.Message);
        Assert.Equal(!obeys, run.Failure.Message.Contains("left behind"));
        Assert.Single(run.Cells);
    }

    [Fact]
    public async Task A_notebook_that_takes_too_long_is_stopped_even_when_its_last_cell_is_expected_to_fail()
    {
        var options = Quick with { NotebookTimeout = TimeSpan.FromMilliseconds(50) };
        var run = await Runner(Endless(true)).RunAsync(new NotebookBuilder().Code("loop", "raises-exception").Build("x"), options, null, default);
        Assert.Equal(RunStatus.TimedOut, run.Status);
        Assert.StartsWith("the notebook took longer than 0.1 s", run.Failure!.Message);
    }

    [Fact]
    public async Task A_cancel_keeps_the_outputs_so_far()
    {
        using var cancel = new CancellationTokenSource();
        var executor = new FakeExecutor(async (code, sink, token) =>
        {
            sink.Stream("stdout", "working");
            cancel.Cancel();
            await Task.Delay(Timeout.Infinite, token);
            return FakeExecutor.Ok;
        });
        var run = await Runner(executor).RunAsync(new NotebookBuilder().Code("a").Code("b").Build("x"), Quick, null, cancel.Token);
        Assert.Equal(RunStatus.Cancelled, run.Status);
        Assert.Equal("working", run.Cells.Single().Outputs[0]!["text"]![0]!.ToString());
    }

    [Fact]
    public async Task A_later_cell_updates_an_earlier_display()
    {
        var executor = new FakeExecutor((code, sink, _) =>
        {
            var bundle = new MimeBundle(new Dictionary<string, System.Text.Json.Nodes.JsonNode> { ["text/plain"] = code }, "id");
            if (code == "a")
            {
                sink.Display(bundle);
            }
            else
            {
                sink.Update(bundle);
            }

            return Task.FromResult(FakeExecutor.Ok);
        });
        var run = await Runner(executor).RunAsync(new NotebookBuilder().Code("a").Code("b").Build("x"), Quick, null, default);
        Assert.Equal("b", run.Cells[0].Outputs[0]!["data"]!["text/plain"]![0]!.ToString());
    }

    [Fact]
    public async Task The_solution_runs_in_place_of_the_stub_and_the_stored_notebook_keeps_the_stub()
    {
        var executor = new FakeExecutor((code, sink, _) =>
        {
            sink.Stream("stdout", code);
            return Task.FromResult(FakeExecutor.Ok);
        });
        var document = WithExercise();
        var run = await Runner(executor).RunAsync(document, Quick, null, default);
        Assert.Equal(["int Twice(int x)\n    => 2 * x;\n", "//| check double", "after"], executor.Ran);

        var copy = NotebookDocument.Parse(ExecutedNotebook.AsRun(document, run), "x");
        Assert.Equal("int Twice(int x)\n    => 2 * x;\n", copy.Cells[0].Source);
        var stored = NotebookDocument.Parse(ExecutedNotebook.ForStorage(document, run), "x");
        Assert.Equal(document.Cells.Select(cell => cell.Source), stored.Cells.Select(cell => cell.Source));
        Assert.Equal([0, 0, 0, 1], stored.Cells.Select(cell => cell.Outputs.Count));
        Assert.Equal([null, null, null, 3], stored.Cells.Select(cell => cell.ExecutionCount));
    }

    [Fact]
    public async Task The_readers_own_work_runs_when_asked()
    {
        var executor = Script(("//| exercise double\nstub", FakeExecutor.Ok), ("//| check double", FakeExecutor.Error("CheckFailedException", "not doubled")));
        var run = await Runner(executor).RunAsync(WithExercise(), Quick with { Exercises = ExerciseMode.AsWritten }, null, default);
        Assert.Equal("not doubled", run.Failure!.Message);
    }

    [Fact]
    public async Task The_tag_that_lets_a_front_end_go_on_past_a_stub_does_not_excuse_the_solution()
    {
        var passes = await Runner(Always(FakeExecutor.Ok)).RunAsync(WithExercise(), Quick, null, default);
        Assert.Equal(RunStatus.Passed, passes.Status);

        var fails = await Runner(Always(FakeExecutor.Error("CheckFailedException", "not doubled"))).RunAsync(WithExercise(), Quick, null, default);
        Assert.Equal(RunStatus.Failed, fails.Status);
    }

    private static NotebookDocument WithExercise() => new NotebookBuilder()
        .Code("//| exercise double\nstub").Markdown(ExerciseFinderTests.Solution).Code("//| check double", "raises-exception").Code("after").Build("x");

    // The solution itself always runs; what its check says is given.
    private static FakeExecutor Always(CellResult check) =>
        new((code, _, _) => Task.FromResult(code.StartsWith("//| check", StringComparison.Ordinal) ? check : FakeExecutor.Ok));

    private static NotebookRunner Runner(FakeExecutor executor) => new(_ => executor);

    private static FakeExecutor Script(params (string Code, CellResult Result)[] cells)
    {
        var results = cells.ToDictionary(cell => cell.Code, cell => cell.Result);
        return new FakeExecutor((code, _, _) => Task.FromResult(results[code]));
    }

    private static FakeExecutor Endless(bool obeys) => new(async (_, _, token) =>
    {
        await Task.Delay(Timeout.Infinite, obeys ? token : CancellationToken.None);
        return FakeExecutor.Ok;
    });

    private sealed class Recorder : IProgress<CellProgress>
    {
        public List<string> Seen { get; } = [];

        public void Report(CellProgress value) =>
            Seen.Add($"{value.Finished?.Status.ToString() ?? "start"} {value.Number}/{value.Total} {value.FirstLine}");
    }
}
