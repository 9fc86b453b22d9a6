using Cli.Running.Isolation;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Exercises;

namespace Chapters.Tests;

/// <summary>The proof itself, on a small notebook in a real session: it must find a check that cannot tell right from wrong.</summary>
public sealed class ExerciseProofTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("course-");

    [Fact]
    public async Task A_good_check_is_proven()
    {
        var proof = await ProveAsync("if (Twice(21) != 42) throw new Exception(\"Twice(21) should be 42; did you forget to double?\");");
        Assert.True(proof.Proven, proof.Problem);
        Assert.Contains("did you forget to double", proof.StubMessage);
    }

    [Fact]
    public async Task A_check_that_accepts_the_stub_is_found() =>
        Assert.Equal("the check passes on the unchanged stub", (await ProveAsync("Twice(21);")).Problem);

    [Fact]
    public async Task A_check_that_does_not_compile_is_found() =>
        Assert.StartsWith("the check does not compile after the stub", (await ProveAsync("Thrice(21);")).Problem);

    [Fact]
    public async Task A_check_that_refuses_the_solution_is_found() =>
        Assert.Equal("the check does not pass on the solution", (await ProveAsync("throw new Exception(\"never\");")).Problem);

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<ExerciseProof> ProveAsync(string check)
    {
        var document = new NotebookBuilder()
            .Code("//| exercise double\nint Twice(int x) => x; // your code")
            .Markdown("<details><summary>Solution: double</summary>\n\n```csharp\nint Twice(int x) => 2 * x;\n```\n\n</details>")
            .Code("//| check double\n" + check)
            .Build(Path.Combine(_folder.FullName, "x.ipynb"));
        var run = await new IsolatedNotebookRunner().RunAsync(
            document, new RunOptions { Exercises = ExerciseMode.Prove, NotebookTimeout = TimeSpan.FromMinutes(2) }, null, default);
        return Assert.Single(run.Exercises);
    }
}
