using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Cli.Commands;
using Cli.Repository;
using Notebooks.Documents;

namespace Cli;

/// <summary>The command line tool: parses arguments, runs the command, and turns every error into one line and an exit code.</summary>
public sealed class CourseApp
{
    /// <summary>Set to any value to see stack traces.</summary>
    public const string TraceVariable = "COURSE_TRACE";

    private readonly CourseContext _context;
    private readonly Command _root;

    // The launcher reads these two before the tool, because they decide how the tool itself is built.
    private readonly Option<string?> _stack = new("--stack")
    {
        Description = $"What supplies tensors: {string.Join(", ", Stacks.All)}. Default: {Stacks.Variable}, else {Stacks.Embedded}.",
        HelpName = "NAME",
        Recursive = true,
    };

    private readonly Option<bool> _fallback = new("--fallback")
    {
        Description = $"Go on with the {Stacks.Embedded} stack where the one asked for cannot be built.",
        Recursive = true,
    };

    /// <summary>The tool for the given repository, writing to the given places.</summary>
    public CourseApp(CourseContext context)
    {
        _context = context;
        _root = new Command("course", "Multimodal transformers in C#, built step by step: runs and checks the course's notebooks.")
        {
            RunCommand.Create(context),
            ExercisesCommand.Create(context),
            ExportCommand.Create(context),
            DataCommand.Create(context),
            TrainCommand.Create(context),
            BenchCommand.Create(context),
            KernelCommand.Create(context),
            DoctorCommand.Create(context),
            WorkerCommand.Create(),
        };
        _stack.AcceptOnlyFromAmong(Stacks.All);
        _root.Options.Add(_stack);
        _root.Options.Add(_fallback);
        _root.Options.Add(new HelpOption());
    }

    /// <summary>Runs the tool for the repository it was built in, on the console.</summary>
    public static Task<int> MainAsync(string[] args, CancellationToken cancel) =>
        new CourseApp(CourseContext.ForConsole(AppContext.BaseDirectory)).InvokeAsync(args, cancel);

    /// <summary>Runs one command line and returns its exit code.</summary>
    public async Task<int> InvokeAsync(IReadOnlyList<string> args, CancellationToken cancel = default)
    {
        var parsed = _root.Parse(args.Count == 0 ? ["--help"] : args);
        if (Problem(parsed) is { } problem)
        {
            _context.Error.WriteLine($"course: {problem}");
            return ExitCode.Usage;
        }

        try
        {
            // The launcher has set it: to this stack, or to the one that it fell back to.
            if (parsed.GetValue(_stack) is { } stack && Environment.GetEnvironmentVariable(Stacks.Variable) is null)
            {
                Environment.SetEnvironmentVariable(Stacks.Variable, stack);
            }

            var configuration = new InvocationConfiguration
            {
                Output = _context.Output,
                Error = _context.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            _context.Error.WriteLine("course: stopped.");
            return ExitCode.Cancelled;
        }
        catch (Exception e)
        {
            var expected = e is CourseException or NotebookException;
            _context.Error.WriteLine($"course: {(expected ? "" : "unexpected error: ")}{e.Message}");
            if (Environment.GetEnvironmentVariable(TraceVariable) is not null)
            {
                _context.Error.WriteLine(e);
            }
            else if (!expected)
            {
                _context.Error.WriteLine($"Set {TraceVariable}=1 to see where it comes from.");
            }

            return ExitCode.Failure;
        }
    }

    /// <summary>What is wrong with a command line; null when nothing is.</summary>
    private string? Problem(ParseResult parsed)
    {
        // A mistyped option would pass for a name where a command takes names. No chapter and no data set begins with a dash.
        var mistyped = parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .FirstOrDefault(token => token.Value.StartsWith('-'))?.Value;
        if (mistyped is null && parsed.Errors.Count == 0)
        {
            return null;
        }

        var command = parsed.CommandResult.Command;
        var path = PathOf(parsed.CommandResult);
        var help = $"See '{path} --help'.";
        if ((mistyped ?? parsed.UnmatchedTokens.FirstOrDefault()) is not { } typed)
        {
            return $"{parsed.Errors[0].Message} {help}";
        }

        var isOption = typed.StartsWith('-');
        var known = isOption
            ? command.Options.Select(option => option.Name)
            : command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name);
        var advice = NearestName.Of(typed, known) is { } near ? $"Did you mean '{near}'?" : help;
        return $"'{path}' knows no {(isOption ? "option" : "command")} '{typed}'. {advice}";
    }

    /// <summary>A command as the user types it: course data verify.</summary>
    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : command.Command.Name;
}
