using System.Diagnostics;
using System.Text;
using Notebooks.Documents;
using Notebooks.Packages;
using Notebooks.Running;

namespace Cli.Running.Isolation;

/// <summary>
/// Runs each notebook in a process of its own. What a notebook leaves behind (loaded assemblies, pooled tensors, a thread that ignores
/// the interrupt) ends with it, its memory can be measured, and a crash costs that notebook only.
/// </summary>
public sealed class IsolatedNotebookRunner : INotebookRunner
{
    // Time for the worker to start, to write its result and to end, on top of its own limits.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async Task<NotebookRun> RunAsync(
        NotebookDocument document, RunOptions options, IProgress<CellProgress>? progress, CancellationToken cancel)
    {
        var conversation = new Conversation(document, options, progress);
        return await conversation.RunAsync(cancel);
    }

    /// <summary>One worker and what it has said so far.</summary>
    private sealed class Conversation(NotebookDocument document, RunOptions options, IProgress<CellProgress>? progress)
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private readonly List<CellRun> _cells = [];
        private readonly StringBuilder _errors = new();
        private CellProgress? _last;
        private NotebookRun? _result;
        private string? _refusal;
        private bool _overtime;

        public async Task<NotebookRun> RunAsync(CancellationToken cancel)
        {
            using var process = Start();
            var errors = ReadErrorsAsync(process.StandardError);
            // First of all: a cancel that has come already must not be taken for the request.
            Send(process, WorkerProtocol.Write(new WorkerRequest(Path.GetFullPath(document.Path), document.ToBytes(), options)));
            using var kill = new CancellationTokenSource();
            await using var killing = kill.Token.Register(() => Kill(process));
            await using var cancelling = cancel.Register(() =>
            {
                Send(process, WorkerProtocol.Cancel);
                kill.CancelAfter(options.StopGrace * 2 + Margin / 4);
            });
            using var overtime = new CancellationTokenSource();
            await using var overtimeKill = overtime.Token.Register(() =>
            {
                _overtime = true;
                Kill(process);
            });
            if (options.NotebookTimeout is { } limit)
            {
                overtime.CancelAfter(limit + options.StopGrace * 2 + Margin);
            }

            while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
            {
                if (WorkerProtocol.ReadMessage(line) is { } message)
                {
                    Take(message);
                }
            }

            await process.WaitForExitAsync(CancellationToken.None);
            await errors;
            return _refusal is not null
                ? throw new NotebookException(_refusal)
                : _result ?? Describe(process.ExitCode, cancel.IsCancellationRequested);
        }

        private static Process Start()
        {
            var start = new ProcessStartInfo(DotnetHost.Path)
            {
                ArgumentList = { typeof(IsolatedNotebookRunner).Assembly.Location, Commands.WorkerCommand.Name },
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
                StandardErrorEncoding = Encoding.UTF8,
            };
            return Process.Start(start) ?? throw new CourseException($"{DotnetHost.Path} does not start.");
        }

        private static void Send(Process process, string line)
        {
            try
            {
                process.StandardInput.WriteLine(line);
                process.StandardInput.Flush();
            }
            catch (IOException)
            {
                // The worker has ended already; its exit says more.
            }
        }

        private static void Kill(Process process)
        {
            try
            {
                process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException)
            {
                // It has ended in the meantime.
            }
        }

        private void Take(WorkerMessage message)
        {
            if (message.Progress is { } step)
            {
                _last = step;
                if (step.Finished is not null)
                {
                    _cells.Add(step.Finished);
                }

                progress?.Report(step);
            }

            _result ??= message.Run;
            _refusal ??= message.Refusal;
        }

        private async Task ReadErrorsAsync(StreamReader reader)
        {
            const int Kept = 2000;
            while (await reader.ReadLineAsync() is { } line)
            {
                if (_errors.Length < Kept)
                {
                    _errors.AppendLine(line);
                }
            }
        }

        /// <summary>The result when the worker ended without giving one.</summary>
        private NotebookRun Describe(int exitCode, bool cancelled)
        {
            var (status, message) =
                cancelled ? (RunStatus.Cancelled, "stopped by the user; the cell did not stop, so its process was ended")
                : _overtime ? (
                    RunStatus.TimedOut,
                    $"the notebook took longer than {options.NotebookTimeout!.Value.TotalSeconds:0.#} s and did not stop")
                : (RunStatus.Failed, Crash(exitCode));
            return new NotebookRun
            {
                Status = status,
                Elapsed = _watch.Elapsed,
                CodeCells = document.CodeCells.Count(),
                Cells = _cells,
                Failure = new RunFailure(
                    _last?.Number ?? 1,
                    _last?.FirstLine ?? "(before the first cell)",
                    status == RunStatus.Failed ? "ProcessEnded" : status.ToString(),
                    message,
                    null,
                    null,
                    []),
            };
        }

        private string Crash(int exitCode)
        {
            var said = _errors.ToString().Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0);
            var memory = exitCode == 137 ? " It was killed, most likely for lack of memory: close programs or use a larger machine." : "";
            return $"the process that ran the notebook ended with exit code {exitCode}{(said is null ? "." : $": {said}")}{memory}";
        }
    }
}
