using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Course.Data;
using Course.Training.Recipes;
using Course.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training.Recipes;

/// <summary>A checkpoint in the repository is what its record says.</summary>
public abstract class KeptTest : IDisposable
{
    private readonly DataSetFolder _kept = DataSetFolder.Find("checkpoints");
    private readonly DisposeScope _scope = NewDisposeScope();

    /// <summary>What the checkpoint was trained with.</summary>
    private protected abstract IRecipe Recipe { get; }

    /// <summary>What the weights' file may take.</summary>
    private protected virtual int MostBytes => 10_000_000;

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

    [Fact]
    public void The_data_sets_page_tells_the_command_and_how_the_settings_were_chosen()
    {
        string page = File.ReadAllText(Path.Combine(_kept.Root, "README.md"));
        int start = page.IndexOf($"\n## {Recipe.Name}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"datasets/checkpoints/README.md has no section {Recipe.Name}");
        int end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        string section = end < 0 ? page[start..] : page[start..end];
        Assert.Contains($"    ./course train {Recipe.Name}\n", section);
        Assert.Contains($"{(int)Record["parameters"]!:N0} parameters", section);
        Assert.Contains("### How the settings were chosen", section);
    }

    /// <summary>The recorded figure whose name begins so; there must be one.</summary>
    private protected double Recorded(string name) =>
        Recorded(recorded => recorded.StartsWith(name, StringComparison.Ordinal));

    /// <summary>What is measured now is what was recorded, but for a near tie that another instruction set's rounding turns.</summary>
    private protected void AssertSame(IEnumerable<Measurement> measured, double tolerance)
    {
        foreach (Measurement one in measured)
        {
            double before = Recorded(recorded => recorded == one.Name);
            Assert.True(Math.Abs(before - one.Value) <= tolerance, $"{one}, recorded {before}");
        }
    }

    public void Dispose() => _scope.Dispose();

    private double Recorded(Func<string, bool> isIt) =>
        (double)Record["measurements"]!.AsArray().Single(one => isIt((string)one!["name"]!))!["value"]!;

    private string PathOf(string file) => _kept.FilePath($"{Recipe.Name}/{file}");
}
