using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Notebooks.Packages;

namespace Cli.Tests.Training;

/// <summary>
/// The real recipe with a tiny model, in real processes, which are killed as they come. Twemoji is held out instead of Noto, the vendor of
/// the course's final measurement.
/// </summary>
public sealed class TrainingRunTests : IDisposable
{
    // Many more steps than are seen before the kills: a busy machine may look at the run too late.
    private const int Steps = 240;
    private const int Kills = 4;
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(5);

    private readonly string _folder = Directory.CreateTempSubdirectory("train").FullName;

    [Fact]
    public async Task A_run_that_is_killed_again_and_again_ends_with_the_weights_of_one_left_alone()
    {
        await TrainAsync("alone", threads: 1);
        var whole = WeightsOf("alone");

        var moments = new Random(5);
        var kills = 0;
        while (kills < Kills && !File.Exists(PathOf("killed", "run.json")))
        {
            // From before the first checkpoint to the middle of a step; saving takes up a good part of that time.
            kills += await KillAfterStepAsync("killed", kills == 0 ? -1 : moments.Next(8)) ? 1 : 0;
        }

        Assert.True(kills == Kills, $"{kills} processes were killed, and the next one came to the end of the run");
        await TrainAsync("killed", threads: 2);

        Assert.Equal(whole, WeightsOf("killed"));
        var record = JsonNode.Parse(File.ReadAllText(PathOf("killed", "run.json")))!;
        Assert.Equal(Steps, (int)record["steps"]!);
        Assert.Equal(whole, (string)record["weightsSha256"]!);
        Assert.False(File.Exists(PathOf("killed", "run.checkpoint")));
        Assert.Equal(
            File.ReadLines(PathOf("alone", "history.csv")).Select(WithoutSeconds),
            File.ReadLines(PathOf("killed", "history.csv")).Select(WithoutSeconds));
    }

    [Fact]
    public async Task A_time_limit_keeps_a_checkpoint_and_other_settings_are_refused()
    {
        var (exitCode, output, _) = await CourseAsync("limited", 1, "--minutes", "0.00001");
        Assert.Equal(0, exitCode);
        Assert.Matches($@"Stopped at step [01] of {Steps}\. Go on with: \./course train clip .* --resume", output);

        (exitCode, _, var error) = await CourseAsync("limited", 1);
        Assert.Equal(1, exitCode);
        Assert.Contains("holds a run that is not finished. Go on with it by --resume, or choose another folder with --out.", error);

        // The record's command holds the settings, whatever was typed to go on.
        using var resumed = Process.Start(new ProcessStartInfo(
            DotnetHost.Path,
            [typeof(CourseApp).Assembly.Location, "train", "clip", "--out", Path.Combine(_folder, "limited"), "--resume", "--minutes", "0.00001"])
        {
            RedirectStandardOutput = true,
        })!;
        Assert.Matches("Go on with: .* --set model.imageWidth=16 .*--resume", await resumed.StandardOutput.ReadToEndAsync());

        (exitCode, _, error) = await CourseAsync("limited", 1, "--resume", "--seed", "9");
        Assert.Equal(1, exitCode);
        Assert.Contains("was begun with another seed than 9", error);

        var checkpoint = PathOf("limited", "run.checkpoint");
        var bytes = File.ReadAllBytes(checkpoint);
        bytes[^40] ^= 1;
        File.WriteAllBytes(checkpoint, bytes);
        (exitCode, _, error) = await CourseAsync("limited", 1, "--resume");
        Assert.Equal(1, exitCode);
        Assert.Contains("run.checkpoint is damaged: its content does not fit its checksum", error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string run, string file) => Path.Combine(_folder, run, file);

    private string WeightsOf(string run) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(run, "model.safetensors"))));

    private static string WithoutSeconds(string line) => line[..line.LastIndexOf(',')];

    private async Task TrainAsync(string run, int threads)
    {
        var (exitCode, _, error) = await CourseAsync(run, threads, "--resume");
        Assert.True(exitCode == 0, error);
    }

    private async Task<(int ExitCode, string Output, string Error)> CourseAsync(string run, int threads, params string[] more)
    {
        using var process = Start(run, threads, more);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(HangGuard);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>
    /// Kills a sitting once its checkpoint has changed so many times (the first times of a sitting it is there already); below zero at
    /// a moment during the start. False if the run ended first.
    /// </summary>
    private async Task<bool> KillAfterStepAsync(string run, int changes)
    {
        using var process = Start(run, 2, ["--resume"]);
        var drained = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var checkpoint = PathOf(run, "run.checkpoint");
        var watch = Stopwatch.StartNew();
        var (seen, last) = (0, default(DateTime));
        while (!process.HasExited && watch.Elapsed < HangGuard && (changes < 0 ? watch.Elapsed.TotalSeconds < 0.4 : seen <= changes))
        {
            await Task.Delay(1);
            var written = File.GetLastWriteTimeUtc(checkpoint);
            seen += written == last ? 0 : 1;
            last = written;
        }

        var isKilled = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        await drained;
        return isKilled;
    }

    private Process Start(string run, int threads, string[] more)
    {
        var settings = new[]
        {
            "holdOut=twemoji", "training.batchSize=16", "model.patchSize=16", "model.vocabularySize=300", "model.embeddingWidth=16",
            "model.imageWidth=16", "model.imageDepth=1", "model.textWidth=16", "model.textDepth=1",
        };
        string[] arguments =
        [
            typeof(CourseApp).Assembly.Location, "train", "clip", "--out", Path.Combine(_folder, run), "--steps", $"{Steps}",
            "--checkpoint-every", "0",
            .. settings.SelectMany(setting => new[] { "--set", setting }), .. more,
        ];
        return Process.Start(new ProcessStartInfo(DotnetHost.Path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The engine takes as many threads as .NET sees processors.
            Environment = { ["DOTNET_PROCESSOR_COUNT"] = $"{threads}" },
        })!;
    }
}
