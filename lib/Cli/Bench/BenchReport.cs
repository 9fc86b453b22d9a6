using System.Text.Json;

namespace Cli.Bench;

/// <summary>Everything that one run of the command measured, for other programs.</summary>
internal sealed record BenchReport(MachineFacts Machine, int Threads, int Steps, IReadOnlyList<WorkloadResult> Results, ScalingResult? Scaling)
{
    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, JsonSerializer.Serialize(this, BenchJson.File) + "\n");
    }
}
