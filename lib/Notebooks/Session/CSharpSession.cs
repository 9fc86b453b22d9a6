using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Compilation;
using Notebooks.Execution;
using Notebooks.Output;

namespace Notebooks.Session;

/// <summary>
/// Runs the cells of one notebook, in order, and keeps what they declare. Several sessions may live in a process, but
/// one cell runs at a time, because the current directory belongs to the process.
/// </summary>
public sealed class CSharpSession : IAsyncDisposable
{
    private static readonly SemaphoreSlim ProcessGate = new(1, 1);

    private readonly TimeSpan interruptGrace;
    private readonly string startDirectory;
    private readonly SubmissionChain chain;
    private readonly SessionOutput output = new();
    private readonly CellRunner runner;
    private readonly CancellationTokenSource ending = new();
    private readonly SemaphoreSlim sessionGate = new(1, 1);
    private CellWorker worker = new();
    private string currentDirectory;
    private int cells;

    /// <summary>A session with nothing declared.</summary>
    /// <exception cref="DirectoryNotFoundException">The working directory does not exist.</exception>
    public CSharpSession(SessionOptions? options = null)
    {
        options ??= new SessionOptions();
        interruptGrace = options.InterruptGrace;
        startDirectory = currentDirectory = Path.GetFullPath(options.WorkingDirectory);
        if (!Directory.Exists(startDirectory))
        {
            throw new DirectoryNotFoundException($"The session's working directory does not exist: {startDirectory}");
        }

        chain = new SubmissionChain(startDirectory, options.RestoreCache);
        runner = new CellRunner(chain, output, startDirectory);
        ConsoleRouter.Install();
        ThreadFaults.Install();
    }

    internal SubmissionChain Chain => chain;

    internal string WorkingDirectory => startDirectory;

    /// <summary>The names that <c>#!value</c> keeps texts under.</summary>
    internal IEnumerable<string> StoredNames => runner.StoredValues.Keys;

    /// <summary>Compiles and runs a trivial cell that leaves no trace, so that the first real one starts quickly.</summary>
    public Task WarmUpAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        worker.Post(() =>
        {
            try
            {
                WarmUp.Run(startDirectory);
                done.SetResult();
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        return done.Task;
    }

    /// <summary>
    /// Runs one cell; cells given while another runs wait for it. Errors of the cell are in the result, not thrown.
    /// </summary>
    /// <param name="code">The cell's text: C# and magics.</param>
    /// <param name="sink">Receives what the cell shows.</param>
    /// <param name="cancel">Interrupts the cell; what earlier cells declared stays.</param>
    /// <param name="label">The cell's name in tracebacks; by default "cell N", counting from 1.</param>
    /// <exception cref="ObjectDisposedException">The session has ended.</exception>
    public async Task<CellResult> RunAsync(string code, IOutputSink sink, CancellationToken cancel, string? label = null)
    {
        ObjectDisposedException.ThrowIf(ending.IsCancellationRequested, this);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, ending.Token);
        try
        {
            await sessionGate.WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new CellResult(CellStatus.Cancelled, null);
        }

        try
        {
            await ProcessGate.WaitAsync(stop.Token).ConfigureAwait(false);
            try
            {
                return await RunInDirectoryAsync(code, sink, label, stop.Token).ConfigureAwait(false);
            }
            finally
            {
                ProcessGate.Release();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new CellResult(CellStatus.Cancelled, null);
        }
        finally
        {
            sessionGate.Release();
        }
    }

    /// <summary>Interrupts what runs, ends the session and gives the console back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (ending.IsCancellationRequested)
        {
            return;
        }

        await ending.CancelAsync().ConfigureAwait(false);
        await sessionGate.WaitAsync().ConfigureAwait(false);
        worker.Dispose();
        chain.Clear();
        if (ConsoleRouter.Uninstall())
        {
            // Formatters are the process's; one notebook's must not change how the next one looks.
            Formatter.ResetToDefault();
        }
    }

    private async Task<CellResult> RunInDirectoryAsync(string code, IOutputSink sink, string? label, CancellationToken cancel)
    {
        string hostDirectory = Environment.CurrentDirectory;
        Environment.CurrentDirectory = currentDirectory;
        output.Attach(sink);
        try
        {
            return await RunOnWorkerAsync(code.ReplaceLineEndings("\n"), label ?? $"cell {++cells}", cancel).ConfigureAwait(false);
        }
        finally
        {
            output.Detach();
            currentDirectory = Environment.CurrentDirectory;
            Environment.CurrentDirectory = hostDirectory;
        }
    }

    private async Task<CellResult> RunOnWorkerAsync(string code, string label, CancellationToken cancel)
    {
        // The cell's own source outlives the caller's token, which background work of the cell must not touch later.
        var interrupt = new CancellationTokenSource();
        var scope = new CellScope(output, interrupt.Token);
        var finished = new TaskCompletionSource<CellResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        worker.Post(() => finished.SetResult(runner.Run(code, label, scope)));

        await using var registration = cancel.Register(() =>
        {
            // Aborting a thread can block the one that asks for it.
            _ = interrupt.CancelAsync();
            interrupted.TrySetResult();
        }).ConfigureAwait(false);

        if (await Task.WhenAny(finished.Task, interrupted.Task).ConfigureAwait(false) == interrupted.Task)
        {
            try
            {
                await finished.Task.WaitAsync(interruptGrace, CancellationToken.None).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                LeaveBehind(scope);
                return new CellResult(CellStatus.Cancelled, null);
            }
        }

        var result = await finished.Task.ConfigureAwait(false);
        if (interrupted.Task.IsCompleted)
        {
            ReplaceWorker();
        }

        return result;
    }

    // The thread is stuck in a call that cannot be aborted; it ends when that call returns.
    private void LeaveBehind(CellScope scope)
    {
        scope.Abandon();
        ReplaceWorker();
        chain.Settle();
    }

    // The runtime aborts a thread once: a second abort of the same thread, by ControlledExecution, has no effect (.NET 10).
    private void ReplaceWorker()
    {
        worker.Dispose();
        worker = new CellWorker();
        ConsoleRouter.Renew();
    }
}
