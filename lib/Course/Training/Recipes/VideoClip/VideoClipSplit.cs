using Course.Data;

namespace Course.Training.Recipes.VideoClip;

/// <summary>Which clips the kept VideoCLIP learns from, and which it is measured on. No clip is in two parts.</summary>
/// <param name="Train">Clips to learn from.</param>
/// <param name="Validation">Unseen pairs of creature and action to choose settings on.</param>
/// <param name="UnseenPairs">Unseen pairs to test on: creature and action are both known, but not together.</param>
/// <param name="UnseenCreatures">All clips of the families that are never trained on.</param>
public sealed record VideoClipSplit(int[] Train, int[] Validation, int[] UnseenPairs, int[] UnseenCreatures)
{
    /// <summary>The parts that the settings ask for.</summary>
    public static VideoClipSplit Of(Animations animations, VideoClipSettings settings)
    {
        ClipSplit creatures = animations.SplitCreatures(settings.UnseenFamilies, validation: 0);
        ClipSplit pairs = animations.SplitPairs(settings.TestPairs, settings.ValidationPairs);
        int[] unseen = [.. creatures.Test];
        int[] Known(IReadOnlyList<int> clips) => [.. clips.Except(unseen)];
        return new VideoClipSplit(Known(pairs.Train), Known(pairs.Validation), Known(pairs.Test), unseen);
    }
}
