using Clients.Tests.Support;
using Notebooks.Documents;

namespace Clients.Tests;

/// <summary>nbconvert on small notebooks that go wrong; the chapters run through it in Chapters.Tests.</summary>
[Collection(KernelCollection.Name)]
public sealed class NbconvertTests(InstalledKernel kernel) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("course-nbconvert-");

    [ClientFact(Client.Jupyter)]
    public async Task A_failing_cell_gives_a_non_zero_exit_code()
    {
        var run = await ExecuteAsync(new NotebookBuilder().Code("1 + 1").Code("throw new InvalidOperationException(\"meant\");"));
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("meant", run.Error);
        Assert.False(File.Exists(Result));
    }

    [ClientFact(Client.Jupyter)]
    public async Task A_cell_that_may_fail_is_gone_past()
    {
        var run = await ExecuteAsync(new NotebookBuilder().Code("throw new Exception(\"meant\");", "raises-exception").Code("6 * 7"));
        Assert.True(run.ExitCode == 0, run.Error);
        var cells = NotebookDocument.Load(Result).CodeCells.ToList();
        Assert.Equal("error", cells[0].Outputs.Single()!["output_type"]!.ToString());
        Assert.Equal("42", string.Concat(cells[1].Outputs.Single()!["data"]!["text/plain"]!.AsArray().Select(line => line!.ToString())));
    }

    [ClientFact(Client.Jupyter)]
    public async Task Interrupt_on_timeout_stops_an_endless_loop()
    {
        var run = await ExecuteAsync(
            new NotebookBuilder().Code("var kept = 42;").Code("while (true) { }").Code("kept"),
            TimeSpan.FromSeconds(20),
            "--ExecutePreprocessor.interrupt_on_timeout=True", "--allow-errors");
        Assert.True(run.ExitCode == 0, run.Error);
        var last = NotebookDocument.Load(Result).CodeCells.Last();
        Assert.Contains("42", last.Outputs.Single()!.ToJsonString());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Result => Path.Combine(_folder.FullName, "result.ipynb");

    private Task<ClientProcess.Result> ExecuteAsync(NotebookBuilder notebook) => ExecuteAsync(notebook, TimeSpan.FromMinutes(5));

    private Task<ClientProcess.Result> ExecuteAsync(NotebookBuilder notebook, TimeSpan cellLimit, params string[] options)
    {
        var source = Path.Combine(_folder.FullName, "source.ipynb");
        File.WriteAllBytes(source, notebook.ToBytes());
        return Nbconvert.RunAsync(kernel, source, Result, cellLimit, options);
    }
}
