using Course.Training.Runs;

namespace Course.Training.Recipes.Clip;

/// <summary>The CLIP of chapter 3, trained longer than the chapter has time for.</summary>
public sealed class ClipRecipe : Recipe<ClipSettings>
{
    /// <inheritdoc/>
    public override string Name => "clip";

    /// <inheritdoc/>
    public override string Summary => "CLIP on emoji, tested on a vendor whose drawings it never saw";

    /// <inheritdoc/>
    public override string StepsSetting => "training.steps";

    /// <inheritdoc/>
    protected override ITrainingTask Prepare(ClipSettings settings) => new ClipTask(settings);
}
