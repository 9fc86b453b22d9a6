using Course.Data;
using Course.Models;
using Course.Training.Recipes;
using Course.Training.Recipes.AudioClip;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training.Recipes;

/// <summary>The checkpoint in the repository is as good as the course promises.</summary>
public sealed class KeptAudioClipTests : KeptTest
{
    private protected override IRecipe Recipe { get; } = new AudioClipRecipe();

    [Fact]
    public void Heard_speakers_and_an_unheard_language_are_found_as_the_record_says()
    {
        AudioClipCheckpoint checkpoint = AudioClipCheckpoint.Load();
        using Stamps stamps = Stamps.Load();
        SpokenSplit split = SpokenSplit.Of(stamps, new AudioClipSettings().Heard);
        int[] gallery = SpokenSplit.OnePerName(stamps, split.Seen);
        var trained = split.Training.ToHashSet();
        using var noGrad = no_grad();
        Tensor pictures = checkpoint.Model.Clip.EmbedImages(Clip.Normalise(stamps.Images(gallery)));
        Tensor Scores(string language, int[] queries) => SpokenRetrieval.Scores(
            checkpoint.Model.EmbedSounds(stack(queries.Select(i => checkpoint.LogMel.Read(stamps.Voice(i, language))))),
            queries, pictures, gallery);
        void AsRecorded(string name, int k, double value)
        {
            // Another instruction set rounds otherwise and may turn a near tie.
            Assert.Equal(Recorded($"{name}, audio to picture, R@{k} of"), value, 0.005);
        }

        foreach (string language in new AudioClipSettings().Heard)
        {
            Retrieval heard = Retrieval.Of(Scores(language, [.. gallery.Where(i => trained.Contains((i, language)))]));
            Assert.True(heard.RecallAt(1) >= 0.60, $"{language}: {heard}");
            AsRecorded($"{language}, heard recordings", 1, heard.RecallAt(1));
        }

        Tensor belarusian = Scores("be", [.. gallery.Where(i => stamps.HasVoice(i, "be"))]);
        Retrieval unheard = Retrieval.Of(belarusian);
        Assert.True(unheard.RecallAt(5) >= 3 * 5.0 / gallery.Length, $"be: {unheard}");
        Assert.True(SpokenRetrieval.PValue(belarusian, 5) < 0.01, $"be: {unheard}");
        AsRecorded("be, unheard language, seen concepts", 5, unheard.RecallAt(5));
    }
}
