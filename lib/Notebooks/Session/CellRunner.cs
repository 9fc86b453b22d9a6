using System.Collections.Concurrent;
using Notebooks.Compilation;
using Notebooks.Display;
using Notebooks.Errors;
using Notebooks.Execution;
using Notebooks.Magics;
using Notebooks.Output;

namespace Notebooks.Session;

/// <summary>Runs a cell's parts in order, on the session's worker thread.</summary>
internal sealed class CellRunner(SubmissionChain chain, SessionOutput output, string workingDirectory) : IMagicHost
{
    // #!import of a file that imports itself must not end the process by a full stack.
    private const int DeepestNesting = 20;

    private readonly CellSources sources = new();
    private readonly CellSplitter splitter = new(new MagicRegistry());
    private readonly List<Action> afterCell = [];
    private int nesting;

    public SessionOutput Output => output;

    public string WorkingDirectory => workingDirectory;

    // Read by completion while a cell runs.
    public IDictionary<string, string> StoredValues { get; } = new ConcurrentDictionary<string, string>();

    public IReadOnlyList<SessionVariable> Variables() => chain.Variables();

    public void AfterCell(Action action) => afterCell.Add(action);

    public void RunCode(string code, string label)
    {
        if (nesting >= DeepestNesting)
        {
            throw new CellFailure("MagicError", $"{label} is imported more than {DeepestNesting} levels deep. Does a file import itself?");
        }

        string file = sources.Add(label, code);
        nesting++;
        try
        {
            RunParts(code, file);
        }
        catch (CompilationFailure failure)
        {
            // The place is in other text than the cell's, so the message has to name it.
            throw new CellFailure("CompilationError", $"{file}: {failure.Message}");
        }
        catch (CellFailure failure)
        {
            throw new CellFailure(failure.Name, $"{file}: {failure.Message}");
        }
        finally
        {
            nesting--;
        }
    }

    /// <summary>Runs a cell; whatever goes wrong is in the result.</summary>
    internal CellResult Run(string code, string label, CellScope scope)
    {
        string cell = sources.Add(label, code);
        afterCell.Clear();
        CellScope.Current = scope;
        try
        {
            RunParts(code, cell);
            afterCell.ForEach(action => action());
            return new CellResult(CellStatus.Ok, null);
        }
        catch (Exception) when (scope.Cancel.IsCancellationRequested)
        {
            // Code that is torn out of what it does can fail in any way.
            return new CellResult(CellStatus.Cancelled, null);
        }
        catch (Exception exception)
        {
            return new CellResult(CellStatus.Error, new CellErrors(sources).Describe(exception, cell));
        }
        finally
        {
            CellScope.Current = null;
        }
    }

    private void RunParts(string code, string file)
    {
        foreach (var part in splitter.Split(code))
        {
            if (part.Magic is null)
            {
                RunCSharp(part.Text, file);
            }
            else
            {
                RunMagic(part.Magic, part);
            }
        }
    }

    private void RunMagic(IMagic magic, CellPart part)
    {
        try
        {
            magic.Run(new MagicCall(this, new MagicArguments(magic.Name, part.Arguments, part.Line), part.Text, part.Line));
        }
        catch (CellFailure failure) when (failure.Line is null)
        {
            throw new CellFailure(failure.Name, failure.Message, part.Line);
        }
    }

    private void RunCSharp(string code, string file)
    {
        var cancel = CellScope.Current!.Cancel;
        var submission = chain.Compile(code, file, new StatusLine(output).Show, cancel);
        cancel.ThrowIfCancellationRequested();
        try
        {
            // Formatting runs the reader's code too (ToString, properties), so it is part of what an interrupt stops.
            var shown = InterruptibleRun.Run(
                async () => await chain.Start(submission) is { } value ? DisplayFormatter.Format(value) : null,
                cancel);
            if (shown is not null)
            {
                output.Result(DisplayFormatter.Bundle(shown));
            }
        }
        finally
        {
            chain.Settle(submission);
        }
    }
}
