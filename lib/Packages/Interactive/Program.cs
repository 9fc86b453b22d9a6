extern alias course;

using course::Notebooks.Documents;
using course::Notebooks.Running;
using Course.Interactive;

// Runs notebooks in .NET Interactive's own C# kernel, exercises solved: Course.Interactive NOTEBOOK...
if (args.Length == 0)
{
    Console.Error.WriteLine("Course.Interactive NOTEBOOK...: runs notebooks in .NET Interactive's C# kernel.");
    return 2;
}

var failed = 0;
foreach (string path in args.Select(Path.GetFullPath).ToArray())
{
    try
    {
        NotebookRun run = await new NotebookRunner(folder => new InteractiveExecutor(folder))
            .RunAsync(NotebookDocument.Load(path), new RunOptions(), null, CancellationToken.None);
        string facts = $"{run.Cells.Count} of {run.CodeCells} cells, {run.ChecksPassed} checks, {run.Elapsed.TotalSeconds:0.0} s";
        Console.WriteLine($"{Path.GetFileNameWithoutExtension(path)}: {run.Status}, {facts}");
        if (run.Failure is { } failure)
        {
            Console.Error.WriteLine($"  cell [{failure.Number}] {failure.Message}");
        }

        failed += run.Status == RunStatus.Passed ? 0 : 1;
    }
    catch (NotebookException error)
    {
        Console.Error.WriteLine($"{path}: {error.Message}");
        failed++;
    }
}

return failed == 0 ? 0 : 1;
