using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cli.Repository;
using Notebooks.Running;
using Notebooks.Running.Exercises;
using Notebooks.Running.Outputs;

namespace Cli.Running.Reports;

/// <summary>report.json: what a run did, for people and for other programs.</summary>
internal sealed class RunReport(string stack)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly List<Entry> _entries = [];
    private string _status = "running";

    public void Add(ChapterRun chapter, string path)
    {
        var run = chapter.Run;
        _entries.Add(new Entry(
            chapter.Chapter.Name,
            path,
            Name(run.Status),
            Math.Round(run.Elapsed.TotalSeconds, 2),
            run.CodeCells,
            run.Cells.Count(cell => cell.Status == RunStatus.Passed),
            run.ChecksPassed,
            Math.Round(run.PeakMemoryBytes / 1e6, 1),
            run.Figures,
            run.Exercises.Count > 0 ? run.Exercises : null,
            run.Failure));
    }

    /// <summary>Closes the report; chapters that were not reached are listed too.</summary>
    public void Finish(IEnumerable<Chapter> notRun, bool cancelled)
    {
        _entries.AddRange(notRun.Select(chapter => new Entry(chapter.Name, null, "not_run", 0, null, 0, 0, null, [], null, null)));
        _status = cancelled ? "cancelled"
            : _entries.All(entry => entry.Status == "passed" && entry.Exercises?.All(proof => proof.Proven) != false) ? "passed" : "failed";
    }

    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Status = _status,
            Started = _started,
            Seconds = Math.Round((DateTimeOffset.UtcNow - _started).TotalSeconds, 2),
            Stack = stack,
            Environment.ProcessorCount,
            Notebooks = _entries,
        },
        Format), (byte)'\n'];

    private static string Name(RunStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    private sealed record Entry(
        string Name,
        string? Path,
        string Status,
        double Seconds,
        int? Cells,
        int CellsPassed,
        int ChecksPassed,
        double? PeakMemoryMb,
        IReadOnlyList<KeyFigure> KeyFigures,
        IReadOnlyList<ExerciseProof>? Exercises,
        RunFailure? Failure);
}
