using Course.Training.Runs;

namespace Course.Training.Recipes.Perceiver;

/// <summary>The Perceiver of chapter 6 on single pixels, trained longer than the chapter has time for.</summary>
public sealed class PerceiverRecipe : Recipe<PerceiverSettings>
{
    /// <inheritdoc/>
    public override string Name => "perceiver";

    /// <inheritdoc/>
    public override string Summary => "Perceiver on the single pixels of Fashion-MNIST, without patches or convolutions";

    /// <inheritdoc/>
    public override string StepsSetting => "training.steps";

    /// <inheritdoc/>
    protected override ITrainingTask Prepare(PerceiverSettings settings) => new PerceiverTask(settings);
}
