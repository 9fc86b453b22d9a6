using System.Diagnostics;
using System.Text.Json.Nodes;
using Course.Training.Recipes;
using static TorchSharp.torch;

namespace Course.Training.Runs;

/// <summary>
/// Trains by a recipe into a folder. A run may be stopped or killed at any moment and taken up again: it ends with the same weights, to
/// the last bit, as one that was left alone, whatever the number of threads.
/// </summary>
public sealed class TrainingRun : IDisposable
{
    private const int RowsOfHistory = 100;

    private readonly RunFolder _folder;
    private readonly RunState _state;
    private readonly ITrainingTask _task;

    private TrainingRun(RunFolder folder, RunState state, ITrainingTask task) => (_folder, _state, _task) = (folder, state, task);

    /// <summary>The settings it was begun with.</summary>
    public JsonObject Settings => _state.Settings;

    /// <summary>The steps done so far.</summary>
    public long Step => _state.Step;

    /// <summary>All the steps.</summary>
    public long Steps => _task.Steps;

    /// <summary>True when the folder holds a run that waits to be taken up.</summary>
    public static bool IsBegunIn(string folder) => new RunFolder(folder) is { IsFinished: false, HasCheckpoint: true };

    /// <summary>True when the folder holds a finished run.</summary>
    public static bool IsFinishedIn(string folder) => new RunFolder(folder).IsFinished;

    /// <summary>Begins a run in a folder that has none.</summary>
    /// <exception cref="RunException">The folder holds a run already, or the settings are wrong.</exception>
    public static TrainingRun Begin(IRecipe recipe, JsonObject settings, string folder)
    {
        var files = new RunFolder(folder);
        if (files.IsFinished) throw new RunException($"{folder} holds a finished run; choose another folder");
        if (files.HasCheckpoint)
            throw new RunException($"{folder} holds a run that is not finished; go on with it, or choose another folder");
        files.Create();
        manual_seed(recipe.SeedOf(settings));
        var state = new RunState { Recipe = recipe.Name, Settings = settings };
        var run = new TrainingRun(files, state, recipe.Prepare(settings));
        // From here on a killed run knows its settings.
        CheckpointFile.Save(files.Checkpoint, state, run._task);
        return run;
    }

    /// <summary>Takes up the run in <paramref name="folder"/> where its last checkpoint was written.</summary>
    /// <param name="recipe">The recipe it was begun with.</param>
    /// <param name="given">Settings that the caller expects it to have; null or empty for any.</param>
    /// <param name="folder">Where it is.</param>
    /// <exception cref="RunException">There is no run to go on with, or it has other settings.</exception>
    public static TrainingRun Resume(IRecipe recipe, IReadOnlyDictionary<string, string>? given, string folder)
    {
        var files = new RunFolder(folder);
        if (files.IsFinished) throw new RunException($"the run in {folder} is finished; there is nothing to go on with");
        if (!files.HasCheckpoint) throw new RunException($"{folder} holds no run to go on with");
        AtomicFile.CleanUp(folder);
        (RunState state, BinaryReader rest) = CheckpointFile.Open(files.Checkpoint);
        if (state.Recipe != recipe.Name) throw new RunException($"the run in {folder} is one of {state.Recipe}, not of {recipe.Name}");
        foreach ((string name, string value) in given ?? new Dictionary<string, string>())
            if (!JsonNode.DeepEquals(state.Settings, Recipes.Settings.With(state.Settings, name, value)))
                throw new RunException(
                    $"the run in {folder} was begun with another {name} than {value}; leave it out, or choose another folder");
        ITrainingTask task = recipe.Prepare(state.Settings);
        CheckpointFile.Restore(rest, task);
        return new TrainingRun(files, state, task);
    }

    /// <summary>Trains to the end, or until a limit or <paramref name="stop"/> ends the sitting, which leaves a checkpoint.</summary>
    /// <param name="limits">When to save and to end; none but the recipe's end unless given.</param>
    /// <param name="command">What the user typed, for the record.</param>
    /// <param name="progress">Called after each step.</param>
    /// <param name="stop">Ends the sitting after the current step.</param>
    public RunResult Train(
        RunLimits? limits = null, string command = "", Action<RunProgress>? progress = null, CancellationToken stop = default)
    {
        limits ??= new RunLimits();
        _state.Sittings++;
        long first = _state.Step;
        double before = _state.Seconds;
        Stopwatch watch = Stopwatch.StartNew(), sinceSaved = Stopwatch.StartNew();
        while (_state.Step < Steps)
        {
            if (stop.IsCancellationRequested || watch.Elapsed >= limits.Time)
            {
                CheckpointFile.Save(_folder.Checkpoint, _state, _task);
                return new RunResult(false, _state.Step, Steps, _state.Seconds, []);
            }

            TakeStep();
            _state.Seconds = before + watch.Elapsed.TotalSeconds;
            CloseRow();
            progress?.Invoke(new RunProgress(_state.Step, Steps, MeanLoss, Remaining(watch.Elapsed, _state.Step - first)));
            if (sinceSaved.Elapsed < limits.BetweenCheckpoints) continue;
            CheckpointFile.Save(_folder.Checkpoint, _state, _task);
            sinceSaved.Restart();
        }

        CheckpointFile.Save(_folder.Checkpoint, _state, _task);
        WeightsFile.Round(_task.Model);
        IReadOnlyList<Measurement> measured = _task.Measure();
        _folder.WriteResult(_state, _task, command, measured);
        return new RunResult(true, _state.Step, Steps, _state.Seconds, measured);
    }

    /// <summary>Frees the model and the optimizer.</summary>
    public void Dispose() => _task.Dispose();

    private double MeanLoss => _state.LossCount > 0 ? _state.LossSum / _state.LossCount : _state.History[^1].Loss;

    private void TakeStep()
    {
        double loss = _task.Step(_state.Step);
        if (!double.IsFinite(loss))
            throw new RunException($"the loss of step {_state.Step} is {loss}; a lower learning rate or another seed may help");
        _state.Step++;
        _state.LossSum += loss;
        _state.LossCount++;
    }

    /// <summary>Ends a row of the history when its stretch is over. Where rows end depends on the step alone.</summary>
    private void CloseRow()
    {
        long stretch = Math.Max(1, Steps / RowsOfHistory);
        if (_state.Step % stretch != 0 && _state.Step != Steps) return;
        double rate = _task.Optimizer.ParamGroups.First().LearningRate;
        _state.History.Add(new HistoryRow(_state.Step, MeanLoss, rate, Math.Round(_state.Seconds, 1)));
        (_state.LossSum, _state.LossCount) = (0, 0);
    }

    private TimeSpan? Remaining(TimeSpan elapsed, long done) => done < 3 ? null : elapsed / done * (Steps - _state.Step);
}
