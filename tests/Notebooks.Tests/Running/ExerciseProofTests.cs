using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Exercises;
using Notebooks.Session;

namespace Notebooks.Tests.Running;

public sealed class ExerciseProofTests
{
    [Fact]
    public async Task A_check_that_fails_on_the_stub_and_passes_on_the_solution_is_proven()
    {
        var (run, executor) = await ProveAsync(FakeExecutor.Ok, FakeExecutor.Error("CheckFailedException", "Twice(2) is 0"), FakeExecutor.Ok);
        Assert.Equal(new ExerciseProof("double", "Twice(2) is 0", null), Assert.Single(run.Exercises));
        Assert.True(run.Exercises[0].Proven);
        Assert.Equal(RunStatus.Passed, run.Status);
        Assert.Equal(["//| exercise double\nstub", "//| check double", "int Twice(int x)\n    => 2 * x;\n", "//| check double"], executor.Ran);
        Assert.Equal(1, run.ChecksPassed);
    }

    [Fact]
    public async Task A_check_that_passes_on_the_stub_proves_nothing() =>
        Assert.Equal("the check passes on the unchanged stub", await ProblemAsync(FakeExecutor.Ok, FakeExecutor.Ok, FakeExecutor.Ok));

    [Fact]
    public async Task A_stub_that_does_not_run_is_a_problem() =>
        Assert.Equal("the stub itself does not run: CS1002", await ProblemAsync(FakeExecutor.Error("E", "CS1002"), FakeExecutor.Ok, FakeExecutor.Ok));

    [Fact]
    public async Task A_compile_error_is_not_a_failed_check() =>
        Assert.StartsWith(
            "the check does not compile after the stub",
            await ProblemAsync(FakeExecutor.Ok, FakeExecutor.Error("CompilationErrorException", "CS0103"), FakeExecutor.Ok));

    [Fact]
    public async Task A_solution_that_the_check_refuses_is_a_problem() =>
        Assert.Equal(
            "the check does not pass on the solution",
            await ProblemAsync(FakeExecutor.Ok, FakeExecutor.Error("E", "m"), FakeExecutor.Error("E", "m")));

    private static async Task<string?> ProblemAsync(CellResult stub, CellResult checkOfStub, CellResult checkOfSolution) =>
        Assert.Single((await ProveAsync(stub, checkOfStub, checkOfSolution)).Run.Exercises).Problem;

    private static async Task<(NotebookRun Run, FakeExecutor Executor)> ProveAsync(CellResult stub, CellResult checkOfStub, CellResult checkOfSolution)
    {
        var solved = false;
        var executor = new FakeExecutor((code, sink, _) =>
        {
            sink.Stream("stdout", code.StartsWith("//| check") ? "✓ claim\n" : "");
            solved |= code.StartsWith("int Twice");
            return Task.FromResult(code.StartsWith("//| exercise") ? stub : !code.StartsWith("//| check") ? FakeExecutor.Ok : solved ? checkOfSolution : checkOfStub);
        });
        var document = new NotebookBuilder().Code("//| exercise double\nstub").Code("//| check double").Markdown(ExerciseFinderTests.Solution).Build("x");
        var run = await new NotebookRunner(_ => executor).RunAsync(document, new RunOptions { Exercises = ExerciseMode.Prove }, null, default);
        return (run, executor);
    }
}
