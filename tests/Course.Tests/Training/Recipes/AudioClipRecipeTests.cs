using System.Text.Json.Nodes;
using Course.Tests.Support;
using Course.Training.Recipes;
using Course.Training.Recipes.AudioClip;
using Course.Training.Runs;

namespace Course.Tests.Training.Recipes;

/// <summary>The recipe with a tiny audio tower, one language and few steps.</summary>
[Collection(RandomNumbersCollection.Name)]
public sealed class AudioClipRecipeTests : RecipeTest
{
    private protected override IRecipe Recipe { get; } = new AudioClipRecipe();

    private protected override IReadOnlyDictionary<string, string> Changes { get; } = new Dictionary<string, string>
    {
        ["heard"] = "fr", ["unheard"] = "ca", ["speeds"] = "1", ["training.steps"] = "4", ["training.warmUp"] = "1",
        ["training.batchSize"] = "4", ["logMel.bands"] = "16", ["logMel.frames"] = "32", ["audio.bands"] = "16",
        ["audio.frames"] = "32", ["audio.channels"] = "2", ["audio.width"] = "8",
    };

    [Fact]
    public void An_interrupted_run_ends_with_the_same_bytes_and_can_be_loaded()
    {
        var (pieces, result) = TrainInPieces();
        string[] names = ["fr, heard recordings", "fr, unheard recordings", "fr, unseen concepts", "ca, unheard language", "synthetic,"];
        foreach (string name in names)
            Assert.Contains(
                result.Measurements, one => one.Name.StartsWith(name, StringComparison.Ordinal) && one.Chance is > 0 and < 0.2);
        Assert.All(result.Measurements, one => Assert.InRange(one.Value, 0, 1));

        AudioClipCheckpoint checkpoint = AudioClipCheckpoint.Load(pieces);
        Assert.Equal(checkpoint.Tokenizer.VocabularySize, checkpoint.Model.Clip.Config.VocabularySize);
        Assert.Equal(16, checkpoint.LogMel.Config.Bands);
        Assert.False(checkpoint.Model.training);
        checkpoint.Model.Dispose();
    }

    [Theory]
    [InlineData("speeds", "0", "speeds is 0; at least 1 is needed")]
    [InlineData("logMel.rate", "16000", "logMel.rate is 16000, but the recordings have 8000 samples a second")]
    [InlineData("heard", "", "no language is heard")]
    public void Settings_that_do_not_fit_are_told(string name, string value, string message) => Assert.Contains(
        message,
        Assert.Throws<RunException>(() =>
            TrainingRun.Begin(Recipe, Settings.With(Tiny(), name, value), Path.Combine(Folder, "bad"))).Message);

    [Fact]
    public void A_folder_without_a_run_is_told()
    {
        Assert.Equal($"{Folder} holds no finished run of course train audioclip",
            Assert.Throws<FileNotFoundException>(() => AudioClipCheckpoint.Load(Folder)).Message);
        foreach (string damaged in new[] { "[", "{}" })
        {
            File.WriteAllText(Path.Combine(Folder, "config.json"), damaged);
            Assert.Contains("does not hold the sizes of a model of course train audioclip",
                Assert.Throws<InvalidDataException>(() => AudioClipCheckpoint.Load(Folder)).Message);
        }
    }
}
