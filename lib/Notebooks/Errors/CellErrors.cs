using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Notebooks.Session;

namespace Notebooks.Errors;

/// <summary>Turns what went wrong into what the reader sees: places in cells, not in the machinery that ran them.</summary>
internal sealed class CellErrors(CellSources sources)
{
    private const int MostFrames = 30;

    // How Roslyn names the assemblies of script code; their frames without a line are compiler-made.
    private const string SubmissionAssembly = "\u211B*";

    internal CellError Describe(Exception exception, string cell) => exception switch
    {
        CompilationFailure failure => Describe(failure, cell),
        CellFailure failure => new CellError(failure.Name, failure.Message, [failure.Message], failure.Line, null),
        _ => DescribeThrown(Unwrap(exception), cell),
    };

    private CellError Describe(CompilationFailure failure, string cell)
    {
        var traceback = new List<string>();
        foreach (var error in failure.Errors)
        {
            traceback.Add(CompilationFailure.Describe(error));
            if (error.Location.IsInSource)
            {
                traceback.AddRange(sources.Excerpt(cell, error.Location.GetLineSpan().Span).Select(line => "    " + line));
            }
        }

        var place = failure.Errors[0].Location.GetLineSpan().StartLinePosition;
        bool known = failure.Errors[0].Location.IsInSource;
        return new CellError(
            "CompilationError", failure.Message, traceback, known ? place.Line + 1 : null, known ? place.Character + 1 : null);
    }

    private CellError DescribeThrown(Exception exception, string cell)
    {
        var traceback = new List<string>();
        (int Line, int Column)? place = null;
        for (var current = exception; current is not null; current = current.InnerException)
        {
            traceback.Add($"{(current == exception ? "" : "caused by ")}{current.GetType().Name}: {current.Message}");
            foreach (var frame in new StackTrace(current, fNeedFileInfo: true).GetFrames().Take(MostFrames))
            {
                if (frame.GetFileName() == cell)
                {
                    place ??= (frame.GetFileLineNumber(), frame.GetFileColumnNumber());
                }

                if (Describe(frame) is { } line)
                {
                    traceback.Add(line);
                }
            }
        }

        return new CellError(exception.GetType().Name, exception.Message, traceback, place?.Line, place?.Column);
    }

    private string? Describe(StackFrame frame)
    {
        if (frame.GetMethod() is not { } method)
        {
            return null;
        }

        string name = MethodNames.Of(method);
        int line = frame.GetFileLineNumber();
        if (frame.GetFileName() is { } file && sources.Knows(file))
        {
            string place = name.Length > 0 ? $"{name} in {file}" : file;
            return $"   at {place}, line {line}: {sources.Line(file, line)}";
        }

        if (IsMachinery(method))
        {
            return null;
        }

        string? source = Path.GetFileName(frame.GetFileName());
        return source is null ? $"   at {name}" : $"   at {name} in {source}, line {line}";
    }

    // The base library's inner calls and this session's own: not where the reader's mistake is.
    private static bool IsMachinery(MethodBase method)
    {
        var assembly = method.Module.Assembly;
        return assembly == typeof(CellErrors).Assembly
            || assembly.GetName().Name is { } name
            && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith(SubmissionAssembly, StringComparison.Ordinal));
    }

    // An exception that only wraps another says less than the one inside.
    private static Exception Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => exception,
    };
}
