using Cli.Repository;
using Notebooks.Documents;
using Notebooks.Running;

namespace Cli.Tests;

/// <summary>A small course in a temporary folder, and the tool on it.</summary>
internal sealed class TestRepository : IDisposable
{
    public TestRepository()
    {
        Root = Directory.CreateTempSubdirectory("course-").FullName;
        Write("Course.sln", "");
        Repository = new CourseRepository(Root);
    }

    public string Root { get; }

    public CourseRepository Repository { get; }

    public StringWriter Output { get; } = new();

    public StringWriter Error { get; } = new();

    public string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public void Write(string relative, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(relative))!);
        File.WriteAllText(Path(relative), content);
    }

    public void Write(string relative, NotebookBuilder notebook)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(relative))!);
        File.WriteAllBytes(Path(relative), notebook.ToBytes());
    }

    public NotebookDocument Load(string relative) => NotebookDocument.Load(Path(relative));

    /// <summary>Runs the tool; without a runner, notebooks run in real worker processes.</summary>
    public Task<int> CourseAsync(string[] args, INotebookRunner? runner = null, CancellationToken cancel = default) =>
        new CourseApp(new CourseContext(Repository, Output, Error, runner: runner)).InvokeAsync(args, cancel);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
