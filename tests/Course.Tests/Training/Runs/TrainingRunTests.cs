using System.Text.Json.Nodes;
using Course.Data;
using Course.Tests.Support;
using Course.Training.Recipes;
using Course.Training.Runs;

namespace Course.Tests.Training.Runs;

[Collection(RandomNumbersCollection.Name)]
public sealed class TrainingRunTests : IDisposable
{
    private readonly NoisyLineRecipe _recipe = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("runs").FullName;

    [Fact]
    public void An_interrupted_run_ends_with_the_same_bytes()
    {
        using (TrainingRun whole = TrainingRun.Begin(_recipe, _recipe.DefaultSettings(), PathOf("whole")))
            Assert.True(whole.Train().IsFinished);

        using (TrainingRun begun = TrainingRun.Begin(_recipe, _recipe.DefaultSettings(), PathOf("pieces")))
            AssertStopped(7, StopAfter(begun, 7));
        foreach (int step in new[] { 8, 9, 21 })
        {
            // What happens between two sittings must not matter.
            TorchSharp.torch.manual_seed(999);
            using TrainingRun resumed = TrainingRun.Resume(_recipe, null, PathOf("pieces"));
            AssertStopped(step, StopAfter(resumed, step));
        }

        using (TrainingRun last = TrainingRun.Resume(_recipe, null, PathOf("pieces"))) Assert.True(last.Train().IsFinished);
        Assert.Equal(File.ReadAllBytes(PathOf("whole", "model.safetensors")), File.ReadAllBytes(PathOf("pieces", "model.safetensors")));
        Assert.Equal(5, (int)Record("pieces")["sittings"]!);
    }

    [Fact]
    public void Work_after_the_last_checkpoint_is_done_again_with_the_same_result()
    {
        using (TrainingRun whole = TrainingRun.Begin(_recipe, _recipe.DefaultSettings(), PathOf("whole"))) whole.Train();

        using (TrainingRun lost = TrainingRun.Begin(_recipe, _recipe.DefaultSettings(), PathOf("lost")))
        {
            StopAfter(lost, 5);
            byte[] checkpoint = File.ReadAllBytes(PathOf("lost", "run.checkpoint"));
            StopAfter(lost, 14);
            // As if the process had been killed before step 14 was saved, in the middle of writing.
            File.WriteAllBytes(PathOf("lost", "run.checkpoint"), checkpoint);
            File.WriteAllBytes(PathOf("lost", "run.checkpoint.new"), checkpoint[..100]);
        }

        using (TrainingRun resumed = TrainingRun.Resume(_recipe, null, PathOf("lost")))
        {
            Assert.Equal(5, resumed.Step);
            resumed.Train();
        }

        Assert.Equal(File.ReadAllBytes(PathOf("whole", "model.safetensors")), File.ReadAllBytes(PathOf("lost", "model.safetensors")));
        Assert.Equal(
            ["companion.txt", "history.csv", "model.safetensors", "run.json"],
            Directory.GetFiles(PathOf("lost")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    // Else the figures would be those of a model that nobody has.
    [Fact]
    public void What_is_measured_is_the_model_as_stored_in_16_bits()
    {
        RunResult result;
        using (TrainingRun run = TrainingRun.Begin(_recipe, _recipe.DefaultSettings(), PathOf("run"))) result = run.Train();
        Dictionary<string, TorchSharp.torch.Tensor> stored = Safetensors.Load(PathOf("run", "model.safetensors"));
        Assert.Equal(["bias", "weight"], stored.Keys.Order(StringComparer.Ordinal));
        Assert.All(stored.Values, value => Assert.Equal(TorchSharp.torch.ScalarType.Float16, value.dtype));
        double bias = stored["bias"].to(TorchSharp.torch.ScalarType.Float64).item<double>();
        Assert.Equal(bias, Assert.Single(result.Measurements).Value);
        Assert.NotEqual(0, bias);
    }

    [Fact]
    public void The_record_tells_command_settings_duration_and_figures()
    {
        JsonObject settings = Settings.With(_recipe.DefaultSettings(), "learningRate", "0.05");
        using (TrainingRun run = TrainingRun.Begin(_recipe, settings, PathOf("run"))) run.Train(command: "train it");
        JsonNode record = Record("run");
        Assert.Equal("train it", (string)record["command"]!);
        Assert.Equal(0.05, (double)record["settings"]!["learningRate"]!);
        Assert.Equal((30, 4), ((int)record["steps"]!, (int)record["parameters"]!));
        Assert.Equal("bias", (string)record["measurements"]![0]!["name"]!);
        string[] history = File.ReadAllLines(PathOf("run", "history.csv"));
        Assert.Equal("step,loss,learning_rate,seconds", history[0]);
        Assert.Equal(31, history.Length);
        Assert.Matches(@"^30,[0-9.]+,0\.0500000,[0-9.]+$", history[^1]);
    }

    [Fact]
    public void A_folder_in_use_is_not_overwritten()
    {
        using TrainingRun run = TrainingRun.Begin(_recipe, _recipe.DefaultSettings(), PathOf("run"));
        Assert.EndsWith("holds a run that is not finished; go on with it, or choose another folder",
            Assert.Throws<RunException>(() => TrainingRun.Begin(_recipe, _recipe.DefaultSettings(), PathOf("run"))).Message);
        run.Train();
        Assert.EndsWith("holds a finished run; choose another folder",
            Assert.Throws<RunException>(() => TrainingRun.Begin(_recipe, _recipe.DefaultSettings(), PathOf("run"))).Message);
        Assert.EndsWith("is finished; there is nothing to go on with",
            Assert.Throws<RunException>(() => TrainingRun.Resume(_recipe, null, PathOf("run"))).Message);
        Assert.EndsWith("holds no run to go on with",
            Assert.Throws<RunException>(() => TrainingRun.Resume(_recipe, null, PathOf("nothing"))).Message);
    }

    [Fact]
    public void Other_settings_than_the_runs_are_refused()
    {
        TrainingRun.Begin(_recipe, _recipe.DefaultSettings(), PathOf("run")).Dispose();
        var given = new Dictionary<string, string> { ["steps"] = "30", ["seed"] = "2" };
        Assert.EndsWith("was begun with another seed than 2; leave it out, or choose another folder",
            Assert.Throws<RunException>(() => TrainingRun.Resume(_recipe, given, PathOf("run"))).Message);
        given["seed"] = "1";
        TrainingRun.Resume(_recipe, given, PathOf("run")).Dispose();
    }

    [Theory]
    [InlineData(0, "is not a checkpoint of this version of the course; delete it")]
    [InlineData(30, "is damaged: its content does not fit its checksum; delete it and start anew")]
    [InlineData(-1, "is damaged: its content does not fit its checksum; delete it and start anew")]
    public void A_damaged_checkpoint_is_told(int place, string message)
    {
        TrainingRun.Begin(_recipe, _recipe.DefaultSettings(), PathOf("run")).Dispose();
        byte[] bytes = File.ReadAllBytes(PathOf("run", "run.checkpoint"));
        bytes[place < 0 ? bytes.Length + place : place] ^= 1;
        File.WriteAllBytes(PathOf("run", "run.checkpoint"), bytes);
        Assert.EndsWith(message, Assert.Throws<RunException>(() => TrainingRun.Resume(_recipe, null, PathOf("run"))).Message);
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_the_run_with_a_reason()
    {
        JsonObject settings = Settings.With(_recipe.DefaultSettings(), "brokenStep", "4");
        using TrainingRun run = TrainingRun.Begin(_recipe, settings, PathOf("run"));
        Assert.StartsWith("the loss of step 4 is NaN", Assert.Throws<RunException>(() => run.Train()).Message);
    }

    [Fact]
    public void Settings_keep_their_kind_and_know_their_names()
    {
        JsonObject settings = _recipe.DefaultSettings();
        Assert.Equal(["steps", "learningRate", "brokenStep", "seed"], Settings.Names(settings));
        Assert.Equal(12, (long)Settings.With(settings, "STEPS", "12")["steps"]!);
        Assert.Equal(30, (long)settings["steps"]!);
        Assert.Contains("cannot be \"fast\"", Assert.Throws<RunException>(() => Settings.With(settings, "learningRate", "fast")).Message);
        RunException fraction = Assert.Throws<RunException>(() => TrainingRun.Begin(
            _recipe, Settings.With(settings, "steps", "1.5"), PathOf("run")));
        Assert.Equal("the setting steps has a value that does not fit", fraction.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string run, string file = "") => Path.Combine(_folder, run, file);

    private JsonNode Record(string run) => JsonNode.Parse(File.ReadAllText(PathOf(run, "run.json")))!;

    private static void AssertStopped(long step, RunResult result) => Assert.Equal((false, step), (result.IsFinished, result.Step));

    private static RunResult StopAfter(TrainingRun run, long step)
    {
        using var stop = new CancellationTokenSource();
        return run.Train(progress: progress =>
        {
            if (progress.Step == step) stop.Cancel();
        }, stop: stop.Token);
    }
}
