using Course.Data;
using Course.Training.Recipes;
using Course.Training.Recipes.Clip;
using Course.Training.Recipes.Gpt;
using Course.Training.Recipes.QFormer;
using Course.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training.Recipes;

/// <summary>The Q-Former in the repository is what its record says, and as good as the course promises.</summary>
public sealed class KeptQFormerTests : KeptTest
{
    private protected override IRecipe Recipe { get; } = new QFormerRecipe();

    private protected override int MostBytes => 6_000_000;

    [Fact]
    public void In_a_style_never_seen_it_reaches_what_the_record_says()
    {
        QFormerModels models = QFormerCheckpoint.Load().Models;
        using Emoji emoji = Emoji.Load();
        IReadOnlyList<Measurement> measured = new QFormerMeasuring(models, ClipCheckpoint.Load().Model, GptCheckpoint.Load()).On(
            "noto", EmojiParts.Drawings(emoji, ["noto"], 200));

        Assert.True(Value("noto, Q-Former, captions with the exact name, of 649") >= 0.33);
        Assert.True(Value("noto, Q-Former, colours answered, of 649") >= 0.5);
        foreach (string what in new[] { "captions with the exact name", "names answered" })
            foreach (string other in new[] { "blind", "untrained Q-Former", "linear" })
                Assert.True(Value($"noto, Q-Former, {what}, of 649") > 5 * Value($"noto, {other}, {what}, of 649"), $"{what}: {other}");
        AssertSame(measured.Where(one => !one.Name.Contains("median", StringComparison.Ordinal)), tolerance: 0.01);

        double Value(string name) => measured.Single(one => one.Name == name).Value;
    }
}
