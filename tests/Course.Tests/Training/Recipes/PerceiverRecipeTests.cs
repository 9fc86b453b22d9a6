using Course.Tests.Support;
using Course.Training.Recipes;
using Course.Training.Recipes.Perceiver;
using Course.Training.Runs;

namespace Course.Tests.Training.Recipes;

/// <summary>The recipe with a tiny model and few steps.</summary>
[Collection(RandomNumbersCollection.Name)]
public sealed class PerceiverRecipeTests : RecipeTest
{
    private protected override IRecipe Recipe { get; } = new PerceiverRecipe();

    private protected override IReadOnlyDictionary<string, string> Changes { get; } = new Dictionary<string, string>
    {
        ["bands"] = "1", ["model.latents"] = "2", ["model.width"] = "8", ["model.layers"] = "1", ["model.heads"] = "2",
        ["model.crossHeads"] = "1", ["training.steps"] = "4", ["training.warmUp"] = "1", ["training.batchSize"] = "4",
    };

    [Fact]
    public void An_interrupted_run_ends_with_the_same_bytes_and_can_be_loaded()
    {
        var (pieces, result) = TrainInPieces();
        Assert.Equal(["validation pictures, accuracy", "test pictures, accuracy"], result.Measurements.Select(one => one.Name));
        Assert.All(result.Measurements, one => Assert.Equal(0.1, one.Chance));
        Assert.All(result.Measurements, one => Assert.InRange(one.Value, 0, 1));

        PerceiverCheckpoint checkpoint = PerceiverCheckpoint.Load(pieces);
        Assert.Equal(2, checkpoint.Config.Latents);
        Assert.False(checkpoint.Model.training);
        checkpoint.Model.Dispose();
    }

    [Fact]
    public void Heads_that_do_not_divide_the_width_are_told() =>
        Assert.Contains("cannot be shared equally", Assert.Throws<ArgumentException>(() => TrainingRun.Begin(
            Recipe, Settings.With(Tiny(), "model.crossHeads", "5"), Path.Combine(Folder, "heads"))).Message);

    [Fact]
    public void A_folder_without_a_run_is_told()
    {
        Assert.Equal($"{Folder} holds no finished run of course train perceiver",
            Assert.Throws<FileNotFoundException>(() => PerceiverCheckpoint.Load(Folder)).Message);
        File.WriteAllText(Path.Combine(Folder, "config.json"), """{ "bands": 8 }""");
        Assert.Contains("does not hold the sizes of a model of course train perceiver: a part is missing",
            Assert.Throws<InvalidDataException>(() => PerceiverCheckpoint.Load(Folder)).Message);
    }
}
