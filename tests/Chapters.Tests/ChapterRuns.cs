using System.Collections.Concurrent;
using Cli.Repository;
using Cli.Running.Isolation;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Exercises;

namespace Chapters.Tests;

/// <summary>Runs each chapter once for all tests that look at its run.</summary>
public sealed class ChapterRuns
{
    /// <summary>The row that stands for "no chapters", since a theory without rows fails without saying why.</summary>
    public const string None = "(none)";

    private static readonly RunOptions Options = new() { NotebookTimeout = TimeSpan.FromMinutes(15), Exercises = ExerciseMode.Prove };

    private readonly ConcurrentDictionary<string, Task<NotebookRun>> _runs = [];

    /// <summary>The clone that the tests were built in.</summary>
    public static CourseRepository Repository { get; } = CourseRepository.Find(AppContext.BaseDirectory);

    /// <summary>The names of the chapters, a row each.</summary>
    public static TheoryData<string> Names
    {
        get
        {
            var names = new ChapterCatalog(Repository).Chapters.Select(chapter => chapter.Name).ToList();
            return [.. names.Count > 0 ? names : [None]];
        }
    }

    /// <summary>A chapter as it is stored.</summary>
    public static NotebookDocument Load(string name)
    {
        Assert.False(name == None, $"There are no notebooks in {Repository.Notebooks}.");
        return NotebookDocument.Load(Path.Combine(Repository.Notebooks, name + ".ipynb"));
    }

    /// <summary>The chapter's run.</summary>
    public Task<NotebookRun> Run(string name)
    {
        var document = Load(name);
        return _runs.GetOrAdd(name, _ => new IsolatedNotebookRunner().RunAsync(document, Options, null, CancellationToken.None));
    }
}
