using System.Text.Json.Nodes;
using Course.Models;
using Course.Tests.Support;
using Course.Training.Recipes;
using Course.Training.Recipes.VideoClip;
using Course.Training.Runs;

namespace Course.Tests.Training.Recipes;

/// <summary>The recipe with a tiny model and few steps.</summary>
[Collection(RandomNumbersCollection.Name)]
public sealed class VideoClipRecipeTests : RecipeTest
{
    private protected override IRecipe Recipe { get; } = new VideoClipRecipe();

    private protected override IReadOnlyDictionary<string, string> Changes { get; } = new Dictionary<string, string>
    {
        ["warmStart"] = "false", ["hardFrom"] = "2", ["groupSize"] = "2", ["training.steps"] = "4", ["training.warmUp"] = "1",
        ["training.batchSize"] = "4", ["model.frames"] = "2", ["model.temporalDepth"] = "1", ["model.temporalHeads"] = "2",
        ["model.clip.patchSize"] = "24", ["model.clip.imageWidth"] = "8", ["model.clip.imageDepth"] = "1",
        ["model.clip.imageHeads"] = "2", ["model.clip.textWidth"] = "8", ["model.clip.textDepth"] = "1",
        ["model.clip.textHeads"] = "2", ["model.clip.embeddingWidth"] = "8",
    };

    [Fact]
    public void An_interrupted_run_ends_with_the_same_bytes_and_can_be_loaded()
    {
        var (pieces, result) = TrainInPieces();
        Assert.Contains(result.Measurements,
            one => one.Name.StartsWith("unseen pairs, action", StringComparison.Ordinal) && one.Chance == 0.1);
        Assert.Contains(result.Measurements, one => one.Name.StartsWith("unseen creatures, direction", StringComparison.Ordinal));
        Assert.All(result.Measurements, one => Assert.True(double.IsFinite(one.Value), one.ToString()));

        VideoClipCheckpoint checkpoint = VideoClipCheckpoint.Load(pieces);
        Assert.Equal(checkpoint.Tokenizer.VocabularySize, checkpoint.Model.Config.Clip.VocabularySize);
        Assert.False(checkpoint.Model.training);
        checkpoint.Model.Dispose();
    }

    [Fact]
    public void A_warm_start_needs_the_sizes_of_the_kept_CLIP()
    {
        JsonObject settings = Settings.With(Tiny(), "warmStart", "true");
        Assert.Contains("other sizes than CLIP's",
            Assert.Throws<ArgumentException>(() => TrainingRun.Begin(Recipe, settings, Path.Combine(Folder, "warm"))).Message);
    }

    [Fact]
    public void No_clip_is_in_two_parts_and_what_is_unseen_is_not_trained_on()
    {
        using Course.Data.Animations animations = Course.Data.Animations.Load();
        VideoClipSplit split = VideoClipSplit.Of(animations, new VideoClipSettings());
        int[] all = [.. split.Train, .. split.Validation, .. split.UnseenPairs, .. split.UnseenCreatures];
        Assert.Equal(Enumerable.Range(0, animations.Clips.Count), all.Order());
        string Pair(int i) => $"{animations.Clips[i].Creature} {animations.Clips[i].Action}";
        Assert.Empty(split.Train.Select(Pair).Intersect(split.UnseenPairs.Concat(split.Validation).Select(Pair)));
        string Family(int i) => animations.Clips[i].Family;
        Assert.Empty(split.Train.Select(Family).Intersect(split.UnseenCreatures.Select(Family)));
    }

    [Fact]
    public void A_folder_without_a_run_is_told()
    {
        Assert.Equal($"{Folder} holds no finished run of course train videoclip",
            Assert.Throws<FileNotFoundException>(() => VideoClipCheckpoint.Load(Folder)).Message);
        File.WriteAllText(Path.Combine(Folder, "config.json"), "[");
        Assert.Contains("does not hold the sizes of a model of course train videoclip",
            Assert.Throws<InvalidDataException>(() => VideoClipCheckpoint.Load(Folder)).Message);
    }
}
