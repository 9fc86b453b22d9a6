using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Course.Data;
using Course.Training.Recipes.VideoClip;
using Course.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training.Recipes;

/// <summary>The checkpoint in the repository is what its record says, and as good as the course promises.</summary>
public sealed class KeptVideoClipTests : IDisposable
{
    private readonly DataSetFolder _kept = DataSetFolder.Find("checkpoints");
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void The_record_is_of_these_weights_and_of_the_recipe_as_it_is()
    {
        byte[] weights = File.ReadAllBytes(_kept.FilePath("videoclip/model.safetensors"));
        Assert.True(weights.Length <= 10_000_000, $"{weights.Length} bytes are more than 10 MB");
        JsonNode record = Record();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(weights)), (string)record["weightsSha256"]!);
        Assert.Equal("./course train videoclip --out out/train/videoclip", (string)record["command"]!);
        JsonObject settings = new VideoClipRecipe().DefaultSettings();
        Assert.True(JsonNode.DeepEquals(settings, record["settings"]),
            $"the recipe's settings have changed:\n{settings}\n{record["settings"]}");
        Assert.StartsWith($"{record["steps"]},", File.ReadLines(_kept.FilePath("videoclip/history.csv")).Last());
    }

    [Fact]
    public void On_what_it_never_saw_it_reaches_what_the_record_says()
    {
        VideoClipCheckpoint checkpoint = VideoClipCheckpoint.Load();
        using Animations animations = Animations.Load();
        VideoClipSplit split = VideoClipSplit.Of(animations, new VideoClipSettings());
        var measuring = new VideoClipMeasuring(checkpoint.Model, checkpoint.Tokenizer, animations);
        Measurement[] measured =
            [.. measuring.On("unseen pairs", split.UnseenPairs), .. measuring.On("unseen creatures", split.UnseenCreatures)];

        AssertAbove("unseen pairs, action", 0.85);
        AssertAbove("unseen pairs, direction", 0.80);
        AssertAbove("unseen pairs, text to video, R@5", 0.60);
        AssertAbove("unseen pairs, deaths told from their reverse", 0.90);
        JsonArray recorded = Record()["measurements"]!.AsArray();
        foreach (Measurement one in measured.Where(one => !one.Name.Contains("median", StringComparison.Ordinal)))
        {
            double before = (double)recorded.Single(node => (string)node!["name"]! == one.Name)!["value"]!;
            // Another instruction set rounds otherwise and may turn a near tie.
            Assert.True(Math.Abs(before - one.Value) <= 0.01, $"{one}, recorded {before}");
        }

        void AssertAbove(string name, double least)
        {
            Measurement found = measured.Single(one => one.Name.StartsWith(name, StringComparison.Ordinal));
            Assert.True(found.Value >= least, found.ToString());
        }
    }

    public void Dispose() => _scope.Dispose();

    private JsonNode Record() => JsonNode.Parse(File.ReadAllText(_kept.FilePath("videoclip/run.json")))!;
}
