using System.Diagnostics;
using Notebooks.Documents;
using Notebooks.Running.Exercises;
using Notebooks.Running.Outputs;
using Notebooks.Session;

namespace Notebooks.Running;

/// <summary>Runs notebooks in this process.</summary>
public sealed class NotebookRunner : INotebookRunner
{
    /// <summary>Jupyter's tag for a cell that is meant to fail.</summary>
    public const string ExpectedFailureTag = "raises-exception";

    private readonly Func<string, ICellExecutor> _createExecutor;

    /// <summary>A runner that gives each notebook a C# session of its own.</summary>
    public NotebookRunner()
        : this(workingDirectory => new SessionExecutor(workingDirectory))
    {
    }

    /// <summary>A runner that makes its executors by the given function of the working directory.</summary>
    public NotebookRunner(Func<string, ICellExecutor> createExecutor) => _createExecutor = createExecutor;

    /// <inheritdoc/>
    public async Task<NotebookRun> RunAsync(
        NotebookDocument document, RunOptions options, IProgress<CellProgress>? progress, CancellationToken cancel)
    {
        var exercises = ExerciseFinder.Find(document);
        var executor = _createExecutor(Path.GetDirectoryName(Path.GetFullPath(document.Path))!);
        using var notebookTime = new CancellationTokenSource();
        if (options.NotebookTimeout is { } limit)
        {
            notebookTime.CancelAfter(limit);
        }

        var pass = new Pass(document, exercises, executor, options, progress, notebookTime.Token, cancel);
        try
        {
            return await pass.RunAsync();
        }
        finally
        {
            // A session whose cell did not stop may not end either.
            await Task.WhenAny(executor.DisposeAsync().AsTask(), Task.Delay(options.StopGrace, CancellationToken.None));
        }
    }

    /// <summary>One pass over the cells.</summary>
    private sealed class Pass(
        NotebookDocument document,
        IReadOnlyList<Exercise> exercises,
        ICellExecutor executor,
        RunOptions options,
        IProgress<CellProgress>? progress,
        CancellationToken notebookTime,
        CancellationToken cancel)
    {
        private readonly NotebookOutputs _outputs = new(options.CellOutputLimit);
        private readonly List<(CellRun Run, CellOutputs Outputs)> _cells = [];
        private readonly List<ExerciseProof> _proofs = [];
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private readonly int _total = document.CodeCells.Count();

        public async Task<NotebookRun> RunAsync()
        {
            foreach (var cell in document.CodeCells)
            {
                progress?.Report(new CellProgress(cell.Number, _total, cell.FirstLine, _watch.Elapsed, null));
                var exercise = options.Exercises == ExerciseMode.AsWritten ? null : exercises.FirstOrDefault(e => e.Stub == cell);
                if (exercise is not null && options.Exercises == ExerciseMode.Prove)
                {
                    _proofs.Add(await ProveStubFailsAsync(exercise));
                }

                var source = exercise?.Solution ?? cell.Source;
                var outputs = _outputs.BeginCell(cell.Number);
                var started = _watch.Elapsed;
                var outcome = await ExecuteAsync(source, outputs, $"cell [{cell.Number}]");
                if (IsMeantToFail(cell))
                {
                    outcome = Turned(outcome);
                }

                if (outcome.Error is not null)
                {
                    outputs.Fail(outcome.Error);
                }

                var run = new CellRun(cell.Index, cell.Number, outcome.Status, _watch.Elapsed - started, outputs.ToJson(), source);
                _cells.Add((run, outputs));
                progress?.Report(new CellProgress(cell.Number, _total, cell.FirstLine, _watch.Elapsed, run));
                if (outcome.Status != RunStatus.Passed)
                {
                    return Finish(outcome.Status, Describe(cell, source, outcome));
                }
            }

            return Finish(RunStatus.Passed, null);
        }

        // The check of an exercise carries the tag so that "run all" in a front end goes on past a stub; here it must pass.
        private bool IsMeantToFail(NotebookCell cell) =>
            cell.Tags.Contains(ExpectedFailureTag) && exercises.All(exercise => exercise.Check != cell);

        private static Outcome Turned(Outcome outcome) => outcome.Status switch
        {
            RunStatus.Failed => outcome with { Status = RunStatus.Passed },
            RunStatus.Passed => new Outcome(RunStatus.Failed, new CellError(
                "ExpectedFailure", $"the cell is tagged {ExpectedFailureTag}, but it ran without an error", [], null, null)),
            _ => outcome,
        };

        private static RunFailure Describe(NotebookCell cell, string source, Outcome outcome)
        {
            var lines = source.Split('\n');
            var line = outcome.Error?.Line is { } number && number >= 1 && number <= lines.Length ? number : (int?)null;
            return new RunFailure(
                cell.Number,
                cell.FirstLine,
                outcome.Error?.Name ?? outcome.Status.ToString(),
                outcome.Error?.Message ?? outcome.Reason!,
                line,
                line is null ? null : lines[line.Value - 1].Trim(),
                outcome.Error?.Traceback ?? []);
        }

        private async Task<ExerciseProof> ProveStubFailsAsync(Exercise exercise)
        {
            var label = $"stub of {exercise.Name}";
            var stub = await ExecuteAsync(exercise.Stub.Source, Unseen(), label);
            if (stub.Status != RunStatus.Passed)
            {
                return new ExerciseProof(exercise.Name, null, $"the stub itself does not run: {stub.Error?.Message ?? stub.Reason}");
            }

            var check = await ExecuteAsync(exercise.Check.Source, Unseen(), $"check of the {label}");
            return check switch
            {
                { Status: RunStatus.Passed } => new ExerciseProof(exercise.Name, null, "the check passes on the unchanged stub"),
                { Status: RunStatus.Failed, Error: { } error } when IsCompileError(error) =>
                    new ExerciseProof(exercise.Name, null, $"the check does not compile after the stub: {error.Message}"),
                { Status: RunStatus.Failed, Error: { } error } => new ExerciseProof(exercise.Name, error.Message, null),
                _ => new ExerciseProof(exercise.Name, null, $"the check of the stub did not end: {check.Reason}"),
            };
        }

        // Compile errors carry no exception of the check; they would "fail" any stub.
        private static bool IsCompileError(CellError error) => error.Name.Contains("Compilation", StringComparison.OrdinalIgnoreCase);

        /// <summary>A sink whose content no notebook and no report shows.</summary>
        private CellOutputs Unseen() => new NotebookOutputs(options.CellOutputLimit).BeginCell(0);

        private async Task<Outcome> ExecuteAsync(string source, CellOutputs sink, string label)
        {
            using var cellTime = new CancellationTokenSource();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, notebookTime, cellTime.Token);
            if (stop.IsCancellationRequested)
            {
                return Stopped(cellTime.Token, "before the cell started");
            }

            if (options.CellTimeout is { } limit)
            {
                cellTime.CancelAfter(limit);
            }

            var running = Task.Run(() => executor.RunAsync(source, sink, label, stop.Token), CancellationToken.None);
            var stopped = new TaskCompletionSource();
            await using var registration = stop.Token.Register(() => stopped.TrySetResult());
            if (await Task.WhenAny(running, stopped.Task) != running
                && await Task.WhenAny(running, Task.Delay(options.StopGrace, CancellationToken.None)) != running)
            {
                return Stopped(cellTime.Token, "the cell ignored the request to stop and was left behind");
            }

            try
            {
                var result = await running;
                return result.Status switch
                {
                    CellStatus.Ok => new Outcome(RunStatus.Passed, null),
                    CellStatus.Error => new Outcome(RunStatus.Failed, result.Error),
                    _ => Stopped(cellTime.Token, null),
                };
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return Stopped(cellTime.Token, null);
            }
        }

        private Outcome Stopped(CancellationToken cellTime, string? detail)
        {
            var (status, reason) = cancel.IsCancellationRequested ? (RunStatus.Cancelled, "stopped by the user")
                : notebookTime.IsCancellationRequested
                    ? (RunStatus.TimedOut, $"the notebook took longer than {options.NotebookTimeout!.Value.TotalSeconds:0.#} s")
                : cellTime.IsCancellationRequested
                    ? (RunStatus.TimedOut, $"the cell took longer than {options.CellTimeout!.Value.TotalSeconds:0.#} s")
                : (RunStatus.Cancelled, "the session stopped the cell");
            return new Outcome(status, null, detail is null ? reason : $"{reason}; {detail}");
        }

        private NotebookRun Finish(RunStatus status, RunFailure? failure)
        {
            // The check cell's own run decides whether the solution passes.
            var proofs = _proofs.Select(proof => proof.Proven && !Passed(proof.Name)
                ? proof with { Problem = "the check does not pass on the solution" }
                : proof);
            using var process = Process.GetCurrentProcess();
            return new NotebookRun
            {
                Status = status,
                Elapsed = _watch.Elapsed,
                CodeCells = _total,
                Cells = [.. _cells.Select(cell => cell.Run with { Outputs = cell.Outputs.ToJson() })],
                Failure = failure,
                ChecksPassed = _cells.Sum(cell => cell.Outputs.Report.Ticks),
                Figures = [.. _cells.SelectMany(cell => cell.Outputs.Report.Figures)],
                Exercises = [.. proofs],
                PeakMemoryBytes = process.PeakWorkingSet64,
            };
        }

        private bool Passed(string exerciseName)
        {
            var check = exercises.Single(exercise => exercise.Name == exerciseName).Check;
            return _cells.Any(cell => cell.Run.CellIndex == check.Index && cell.Run.Status == RunStatus.Passed);
        }

        private sealed record Outcome(RunStatus Status, CellError? Error, string? Reason = null);
    }
}
