using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Training.Recipes;
using static TorchSharp.torch;

namespace Course.Training.Runs;

/// <summary>The files of one run: a checkpoint while it goes on; weights, companions, history and record once it is finished.</summary>
internal sealed class RunFolder(string path)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public string Checkpoint => Path.Combine(path, "run.checkpoint");

    public bool HasCheckpoint => File.Exists(Checkpoint);

    /// <summary>The record is written last, so it says that everything is there.</summary>
    public bool IsFinished => File.Exists(Record);

    private string Record => Path.Combine(path, "run.json");

    public void Create()
    {
        Directory.CreateDirectory(path);
        AtomicFile.CleanUp(path);
    }

    /// <summary>Writes the finished model. A run killed meanwhile writes it again, because the checkpoint goes last.</summary>
    public void WriteResult(RunState state, ITrainingTask task, string command, IReadOnlyList<Measurement> measured)
    {
        byte[] weights = WeightsFile.Content(task.Model);
        AtomicFile.Write(Path.Combine(path, WeightsFile.Name), weights);
        task.SaveCompanions(path);
        AtomicFile.Write(Path.Combine(path, "history.csv"), Encoding.UTF8.GetBytes(HistoryCsv(state)));
        AtomicFile.Write(Record, Encoding.UTF8.GetBytes(RecordOf(state, task, command, measured, weights).ToJsonString(Readable) + "\n"));
        File.Delete(Checkpoint);
    }

    private static JsonObject RecordOf(
        RunState state, ITrainingTask task, string command, IReadOnlyList<Measurement> measured, byte[] weights) => new()
    {
        ["recipe"] = state.Recipe,
        ["command"] = command,
        ["settings"] = state.Settings.DeepClone(),
        ["steps"] = state.Step,
        ["seconds"] = Math.Round(state.Seconds, 1),
        ["sittings"] = state.Sittings,
        ["threads"] = get_num_threads(),
        ["parameters"] = task.Model.parameters().Sum(parameter => parameter.numel()),
        ["weightsSha256"] = Convert.ToHexStringLower(SHA256.HashData(weights)),
        ["measurements"] = new JsonArray([.. measured.Select(one => JsonSerializer.SerializeToNode(one, Settings.Format))]),
    };

    private static string HistoryCsv(RunState state)
    {
        var text = new StringBuilder("step,loss,learning_rate,seconds\n");
        foreach (HistoryRow row in state.History)
            text.Append(CultureInfo.InvariantCulture, $"{row.Step},{row.Loss:0.00000},{row.LearningRate:0.0000000},{row.Seconds:0.0}\n");
        return text.ToString();
    }
}
