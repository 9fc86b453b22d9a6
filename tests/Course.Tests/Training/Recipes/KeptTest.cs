using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Course.Data;
using Course.Training.Recipes;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training.Recipes;

/// <summary>A checkpoint in the repository is what its record says.</summary>
public abstract class KeptTest : IDisposable
{
    private const int MostBytes = 10_000_000;

    private readonly DataSetFolder _kept = DataSetFolder.Find("checkpoints");
    private readonly DisposeScope _scope = NewDisposeScope();

    /// <summary>What the checkpoint was trained with.</summary>
    private protected abstract IRecipe Recipe { get; }

    private JsonNode Record => JsonNode.Parse(File.ReadAllText(PathOf("run.json")))!;

    [Fact]
    public void The_record_is_of_these_weights_and_of_the_recipe_as_it_is()
    {
        byte[] weights = File.ReadAllBytes(PathOf("model.safetensors"));
        Assert.True(weights.Length <= MostBytes, $"{weights.Length} bytes are more than {MostBytes}");
        JsonNode record = Record;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(weights)), (string)record["weightsSha256"]!);
        Assert.Equal($"./course train {Recipe.Name} --out out/train/{Recipe.Name}", (string)record["command"]!);
        JsonObject settings = Recipe.DefaultSettings();
        Assert.True(JsonNode.DeepEquals(settings, record["settings"]),
            $"the recipe's settings have changed:\n{settings}\n{record["settings"]}");
        Assert.StartsWith($"{record["steps"]},", File.ReadLines(PathOf("history.csv")).Last());
    }

    /// <summary>The recorded figure whose name begins so; there must be one.</summary>
    private protected double Recorded(string name) => (double)Record["measurements"]!.AsArray()
        .Single(one => ((string)one!["name"]!).StartsWith(name, StringComparison.Ordinal))!["value"]!;

    public void Dispose() => _scope.Dispose();

    private string PathOf(string file) => _kept.FilePath($"{Recipe.Name}/{file}");
}
