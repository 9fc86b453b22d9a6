using Course.Training.Runs;

namespace Course.Training.Recipes.VideoClip;

/// <summary>The VideoCLIP of chapter 4, all of it trained: frame tower, temporal transformer and text tower.</summary>
public sealed class VideoClipRecipe : Recipe<VideoClipSettings>
{
    /// <inheritdoc/>
    public override string Name => "videoclip";

    /// <inheritdoc/>
    public override string Summary => "VideoCLIP on animations, tested on unseen pairs of creature and action, and on unseen creatures";

    /// <inheritdoc/>
    public override string StepsSetting => "training.steps";

    /// <inheritdoc/>
    protected override ITrainingTask Prepare(VideoClipSettings settings) => new VideoClipTask(settings);
}
