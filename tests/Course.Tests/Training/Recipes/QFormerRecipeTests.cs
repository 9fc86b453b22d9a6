using Course.Tests.Support;
using Course.Training.Recipes;
using Course.Training.Recipes.QFormer;
using Course.Training.Runs;

namespace Course.Tests.Training.Recipes;

/// <summary>The recipe with a tiny model and few steps, between the kept CLIP and the kept GPT.</summary>
[Collection(RandomNumbersCollection.Name)]
public sealed class QFormerRecipeTests : RecipeTest
{
    private protected override IRecipe Recipe { get; } = new QFormerRecipe();

    private protected override IReadOnlyDictionary<string, string> Changes { get; } = new Dictionary<string, string>
    {
        ["unseenConcepts"] = "820", ["stageOne.steps"] = "3", ["stageOne.warmUp"] = "1", ["stageOne.batchSize"] = "4",
        ["stageTwo.steps"] = "2", ["stageTwo.warmUp"] = "1", ["stageTwo.batchSize"] = "4", ["model.queries"] = "2",
        ["model.width"] = "8", ["model.depth"] = "2", ["model.heads"] = "2", ["model.embeddingWidth"] = "4",
    };

    [Fact]
    public void An_interrupted_run_ends_with_the_same_bytes_and_can_be_loaded()
    {
        var (pieces, result) = TrainInPieces();
        Assert.Equal(5, result.Steps);
        foreach (string name in new[] { "Q-Former", "untrained Q-Former", "linear", "blind" })
            Assert.Contains(result.Measurements, one => one.Name == $"noto, {name}, captions with the exact name, of 29");
        Assert.Contains(result.Measurements, one => one.Name == "noto, picture to text, R@5 of 29" && one.Chance == 5 / 29.0);

        QFormerCheckpoint checkpoint = QFormerCheckpoint.Load(pieces);
        Assert.Equal(checkpoint.Tokenizer.VocabularySize + 1, checkpoint.Models.Sizes.QFormer.VocabularySize);
        Assert.False(checkpoint.Models.training);
        checkpoint.Models.Dispose();
    }

    [Fact]
    public void What_is_frozen_stays_and_what_is_a_control_stays_random()
    {
        using TrainingRun run = TrainingRun.Begin(Recipe, Tiny(), Path.Combine(Folder, "run"));
        Assert.True(run.Train().IsFinished);
        QFormerModels trained = QFormerCheckpoint.Load(Path.Combine(Folder, "run")).Models;

        // The same seed gives the same first weights; training has moved all but the control's Q-Former.
        TorchSharp.torch.manual_seed(Recipe.SeedOf(Tiny()));
        using ITrainingTask fresh = Recipe.Prepare(Tiny());
        var first = (QFormerModels)fresh.Model;
        Assert.True(Same("untrained.qformer.queries"));
        Assert.False(Same("untrained.projection.weight"));
        Assert.False(Same("bridge.qformer.queries"));
        Assert.False(Same("stage_one.qformer.queries"));
        Assert.False(Same("linear.projection.weight"));

        // The file holds 16-bit floats.
        bool Same(string name) => trained.state_dict()[name].allclose(first.state_dict()[name], rtol: 1e-3, atol: 1e-6);
    }

    [Fact]
    public void A_folder_without_a_run_is_told()
    {
        Assert.Equal($"{Folder} holds no finished run of course train qformer",
            Assert.Throws<FileNotFoundException>(() => QFormerCheckpoint.Load(Folder)).Message);
        File.WriteAllText(Path.Combine(Folder, "config.json"), "{}");
        Assert.Contains("a part is missing", Assert.Throws<InvalidDataException>(() => QFormerCheckpoint.Load(Folder)).Message);
    }
}
