using Course.Training.Runs;

namespace Course.Training.Recipes.AudioClip;

/// <summary>The AudioCLIP of chapter 5: the kept CLIP with an audio tower, trained longer than the chapter has time for.</summary>
public sealed class AudioClipRecipe : Recipe<AudioClipSettings>
{
    /// <inheritdoc/>
    public override string Name => "audioclip";

    /// <inheritdoc/>
    public override string Summary => "AudioCLIP on stamps spoken in four languages, tested on languages it never heard";

    /// <inheritdoc/>
    public override string StepsSetting => "training.steps";

    /// <inheritdoc/>
    protected override ITrainingTask Prepare(AudioClipSettings settings) => new AudioClipTask(settings);
}
