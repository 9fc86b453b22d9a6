using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Course.Data;
using Course.Training.Recipes;
using Course.Training.Runs;

namespace Course.Tests.Training.Recipes;

/// <summary>A run whose result the repository keeps in datasets/checkpoints.</summary>
internal sealed class KeptRun(IRecipe recipe)
{
    private readonly DataSetFolder _kept = DataSetFolder.Find("checkpoints");

    private JsonNode Record => JsonNode.Parse(File.ReadAllText(_kept.FilePath($"{recipe.Name}/run.json")))!;

    /// <summary>The size of the weights' file.</summary>
    public int Bytes => Weights.Length;

    private byte[] Weights => File.ReadAllBytes(_kept.FilePath($"{recipe.Name}/model.safetensors"));

    /// <summary>The record is of these weights, of the recipe as it is now, and of a run that reached its end.</summary>
    public void AssertRecordFits()
    {
        JsonNode record = Record;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Weights)), (string)record["weightsSha256"]!);
        Assert.Equal($"./course train {recipe.Name} --out out/train/{recipe.Name}", (string)record["command"]!);
        JsonObject settings = recipe.DefaultSettings();
        Assert.True(JsonNode.DeepEquals(settings, record["settings"]),
            $"the recipe's settings have changed:\n{settings}\n{record["settings"]}");
        Assert.StartsWith($"{record["steps"]},", File.ReadLines(_kept.FilePath($"{recipe.Name}/history.csv")).Last());
    }

    /// <summary>What is measured now is what was recorded, but for a near tie that another instruction set's rounding turns.</summary>
    public void AssertSame(IEnumerable<Measurement> measured, double tolerance)
    {
        JsonArray recorded = Record["measurements"]!.AsArray();
        foreach (Measurement one in measured)
        {
            double before = (double)recorded.Single(node => (string)node!["name"]! == one.Name)!["value"]!;
            Assert.True(Math.Abs(before - one.Value) <= tolerance, $"{one}, recorded {before}");
        }
    }
}
