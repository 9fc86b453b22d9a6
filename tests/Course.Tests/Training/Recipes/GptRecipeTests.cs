using Course.Tests.Support;
using Course.Training.Recipes;
using Course.Training.Recipes.Gpt;

namespace Course.Tests.Training.Recipes;

/// <summary>The recipe with a tiny model and few steps.</summary>
[Collection(RandomNumbersCollection.Name)]
public sealed class GptRecipeTests : RecipeTest
{
    private protected override IRecipe Recipe { get; } = new GptRecipe();

    private protected override IReadOnlyDictionary<string, string> Changes { get; } = new Dictionary<string, string>
    {
        ["tokenizerTexts"] = "200", ["training.steps"] = "4", ["training.warmUp"] = "1", ["training.batchSize"] = "2",
        ["model.vocabularySize"] = "270", ["model.contextLength"] = "12", ["model.width"] = "8", ["model.depth"] = "1",
        ["model.heads"] = "2",
    };

    [Fact]
    public void An_interrupted_run_ends_with_the_same_bytes_and_can_be_loaded()
    {
        var (pieces, result) = TrainInPieces();
        Assert.Equal(
            ["validation definitions, perplexity", "validation definitions, perplexity of trigrams",
                "test definitions and descriptions, perplexity", "test definitions and descriptions, perplexity of trigrams"],
            result.Measurements.Select(one => one.Name));
        Assert.All(result.Measurements, one => Assert.InRange(one.Value, 2, 400));

        GptCheckpoint checkpoint = GptCheckpoint.Load(pieces);
        Assert.Equal(checkpoint.Tokenizer.VocabularySize, checkpoint.Model.Config.VocabularySize);
        Assert.False(checkpoint.Model.training);
        checkpoint.Model.Dispose();
    }

    [Fact]
    public void A_vendor_must_be_held_out()
    {
        var settings = Settings.With(Tiny(), "holdOut", "");
        Assert.Contains("no vendor is held out",
            Assert.Throws<Course.Training.Runs.RunException>(() => Recipe.Prepare(settings)).Message);
    }
}
