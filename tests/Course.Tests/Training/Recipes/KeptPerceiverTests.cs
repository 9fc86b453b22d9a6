using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Course.Data;
using Course.Training;
using Course.Training.Recipes.Perceiver;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training.Recipes;

/// <summary>The checkpoint in the repository is what its record says, and as good as the course promises.</summary>
public sealed class KeptPerceiverTests : IDisposable
{
    private readonly DataSetFolder _kept = DataSetFolder.Find("checkpoints");
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void The_record_is_of_these_weights_and_of_the_recipe_as_it_is()
    {
        byte[] weights = File.ReadAllBytes(_kept.FilePath("perceiver/model.safetensors"));
        Assert.True(weights.Length <= 1_000_000, $"{weights.Length} bytes are more than 1 MB");
        JsonNode record = Record();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(weights)), (string)record["weightsSha256"]!);
        Assert.Equal("./course train perceiver --out out/train/perceiver", (string)record["command"]!);
        JsonObject settings = new PerceiverRecipe().DefaultSettings();
        Assert.True(JsonNode.DeepEquals(settings, record["settings"]),
            $"the recipe's settings have changed:\n{settings}\n{record["settings"]}");
        Assert.StartsWith($"{record["steps"]},", File.ReadLines(_kept.FilePath("perceiver/history.csv")).Last());
    }

    [Fact]
    public void On_pictures_it_never_saw_it_reaches_what_the_record_says()
    {
        PerceiverCheckpoint checkpoint = PerceiverCheckpoint.Load();
        using LabelledImages test = checkpoint.Normalise(FashionMnist.Load().Test);
        double accuracy = Evaluation.Of(checkpoint.Model, test).Accuracy;
        double recorded = (double)Record()["measurements"]!.AsArray()
            .Single(one => (string)one!["name"]! == "test pictures, accuracy")!["value"]!;
        Assert.True(accuracy >= 0.84, $"{accuracy:P2}");
        // Another instruction set rounds otherwise and may turn a near tie.
        Assert.Equal(recorded, accuracy, 0.003);
    }

    [Fact]
    public void A_checkpoint_normalises_pictures_as_they_were_trained_on()
    {
        PerceiverCheckpoint checkpoint = PerceiverCheckpoint.Load();
        FashionMnist fashion = FashionMnist.Load();
        using LabelledImages seen = checkpoint.Normalise(fashion.Train);
        Assert.Equal(0, seen.Images.mean().item<float>(), 0.01);
        Assert.Equal(1, seen.Images.std().item<float>(), 0.01);
        Assert.Equal(fashion.Train.LabelValues, seen.LabelValues);
    }

    public void Dispose() => _scope.Dispose();

    private JsonNode Record() => JsonNode.Parse(File.ReadAllText(_kept.FilePath("perceiver/run.json")))!;
}
