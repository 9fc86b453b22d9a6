using Cli.Repository;
using Cli.Running.Isolation;
using Notebooks.Running;

namespace Cli;

/// <summary>What a command works with: the repository, the places it writes to, and what runs notebooks.</summary>
public sealed class CourseContext
{
    private readonly Lazy<CourseRepository> _repository;

    /// <summary>A context; without a runner each notebook gets a process of its own.</summary>
    public CourseContext(
        CourseRepository repository, TextWriter output, TextWriter error, bool isTerminal = false, INotebookRunner? runner = null)
        : this(new Lazy<CourseRepository>(repository), output, error, isTerminal, runner)
    {
    }

    private CourseContext(
        Lazy<CourseRepository> repository, TextWriter output, TextWriter error, bool isTerminal, INotebookRunner? runner = null)
    {
        _repository = repository;
        Output = output;
        Error = error;
        IsTerminal = isTerminal;
        Runner = runner ?? new IsolatedNotebookRunner();
    }

    /// <summary>The clone of the course that the tool belongs to.</summary>
    /// <exception cref="CourseException">It belongs to none: it is the copy that a kernel runs from.</exception>
    public CourseRepository Repository => _repository.Value;

    /// <summary>Where results go.</summary>
    public TextWriter Output { get; }

    /// <summary>Where errors go.</summary>
    public TextWriter Error { get; }

    /// <summary>True when <see cref="Output"/> is a terminal, which can show live progress.</summary>
    public bool IsTerminal { get; }

    /// <summary>Runs notebooks.</summary>
    public INotebookRunner Runner { get; }

    /// <summary>The tensor library that the course is built with: embedded, cpu or cuda.</summary>
    public string Stack => Stacks.Wanted;

    /// <summary>Makes sure that the tool itself is built with the stack asked for, for what computes inside it.</summary>
    /// <exception cref="CourseException">It is not; the message says why and what to do.</exception>
    public async Task RequireToolOfStackAsync(CancellationToken cancel)
    {
        if (Stack == Stacks.Of(AppContext.BaseDirectory))
        {
            return;
        }

        // Where a stack cannot be built, ./course starts the tool of the embedded one. The library fails for the same reason.
        await new CourseLibrary(Repository, Stack).EnsureBuiltAsync(Error, cancel);
        throw new CourseException($"this is the tool of another stack: start it with './course --stack {Stack}'.");
    }

    /// <summary>A context that writes to this process's console, for the clone that the program was built in.</summary>
    public static CourseContext ForConsole(string programFolder) => new(
        new Lazy<CourseRepository>(() => CourseRepository.Find(programFolder), LazyThreadSafetyMode.PublicationOnly),
        Console.Out,
        Console.Error,
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb");
}
