using Course.Data;
using Course.Training.Recipes;
using Course.Training.Recipes.VideoClip;
using Course.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training.Recipes;

/// <summary>The checkpoint in the repository is as good as the course promises.</summary>
public sealed class KeptVideoClipTests : KeptTest
{
    private protected override IRecipe Recipe { get; } = new VideoClipRecipe();

    [Fact]
    public void On_what_it_never_saw_it_reaches_what_the_record_says()
    {
        VideoClipCheckpoint checkpoint = VideoClipCheckpoint.Load();
        using Animations animations = Animations.Load();
        VideoClipSplit split = VideoClipSplit.Of(animations, new VideoClipSettings());
        var measuring = new VideoClipMeasuring(checkpoint.Model, checkpoint.Tokenizer, animations);
        Measurement[] measured =
            [.. measuring.On("unseen pairs", split.UnseenPairs), .. measuring.On("unseen creatures", split.UnseenCreatures)];

        AssertAbove("unseen pairs, action", 0.85);
        AssertAbove("unseen pairs, direction", 0.80);
        AssertAbove("unseen pairs, text to video, R@5", 0.60);
        AssertAbove("unseen pairs, deaths told from their reverse", 0.90);
        AssertSame(measured.Where(one => !one.Name.Contains("median", StringComparison.Ordinal)), tolerance: 0.01);

        void AssertAbove(string name, double least)
        {
            Measurement found = measured.Single(one => one.Name.StartsWith(name, StringComparison.Ordinal));
            Assert.True(found.Value >= least, found.ToString());
        }
    }
}
