using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Course.Data;
using Course.Models;
using Course.Training.Recipes.AudioClip;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training.Recipes;

/// <summary>The checkpoint in the repository is what its record says, and as good as the course promises.</summary>
public sealed class KeptAudioClipTests : IDisposable
{
    private readonly DataSetFolder _kept = DataSetFolder.Find("checkpoints");
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void The_record_is_of_these_weights_and_of_the_recipe_as_it_is()
    {
        byte[] weights = File.ReadAllBytes(_kept.FilePath("audioclip/model.safetensors"));
        Assert.True(weights.Length <= 10_000_000, $"{weights.Length} bytes are more than 10 MB");
        JsonNode record = JsonNode.Parse(File.ReadAllText(_kept.FilePath("audioclip/run.json")))!;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(weights)), (string)record["weightsSha256"]!);
        Assert.Equal("./course train audioclip --out out/train/audioclip", (string)record["command"]!);
        JsonObject settings = new AudioClipRecipe().DefaultSettings();
        Assert.True(JsonNode.DeepEquals(settings, record["settings"]),
            $"the recipe's settings have changed:\n{settings}\n{record["settings"]}");
        string last = File.ReadLines(_kept.FilePath("audioclip/history.csv")).Last();
        Assert.StartsWith($"{record["steps"]},", last);
    }

    [Fact]
    public void Heard_speakers_and_an_unheard_language_are_found_as_the_record_says()
    {
        JsonNode record = JsonNode.Parse(File.ReadAllText(_kept.FilePath("audioclip/run.json")))!;
        AudioClipCheckpoint checkpoint = AudioClipCheckpoint.Load();
        using Stamps stamps = Stamps.Load();
        SpokenSplit split = SpokenSplit.Of(stamps, new AudioClipSettings().Heard);
        int[] gallery = SpokenSplit.OnePerName(stamps, split.Seen);
        var trained = split.Training.ToHashSet();
        using var noGrad = no_grad();
        Tensor pictures = checkpoint.Model.Clip.EmbedImages(Clip.Normalise(stamps.Images(gallery)));
        Tensor Scores(string language, int[] queries) => SpokenRetrieval.Scores(
            checkpoint.Model.EmbedSounds(stack(queries.Select(i => checkpoint.LogMel.Read(stamps.Voice(i, language))))),
            queries, pictures, gallery);
        void AsRecorded(string name, int k, double value)
        {
            string start = $"{name}, audio to picture, R@{k} of";
            JsonNode one = record["measurements"]!.AsArray().Single(one => ((string)one!["name"]!).StartsWith(start, StringComparison.Ordinal))!;
            // Another instruction set rounds otherwise and may turn a near tie.
            Assert.Equal((double)one["value"]!, value, 0.005);
        }

        foreach (string language in new AudioClipSettings().Heard)
        {
            Retrieval heard = Retrieval.Of(Scores(language, [.. gallery.Where(i => trained.Contains((i, language)))]));
            Assert.True(heard.RecallAt(1) >= 0.60, $"{language}: {heard}");
            AsRecorded($"{language}, heard recordings", 1, heard.RecallAt(1));
        }

        Tensor belarusian = Scores("be", [.. gallery.Where(i => stamps.HasVoice(i, "be"))]);
        Retrieval unheard = Retrieval.Of(belarusian);
        Assert.True(unheard.RecallAt(5) >= 3 * 5.0 / gallery.Length, $"be: {unheard}");
        Assert.True(SpokenRetrieval.PValue(belarusian, 5) < 0.01, $"be: {unheard}");
        AsRecorded("be, unheard language, seen concepts", 5, unheard.RecallAt(5));
    }

    public void Dispose() => _scope.Dispose();
}
