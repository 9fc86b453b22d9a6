using Course.Training.Runs;

namespace Course.Training.Recipes.QFormer;

/// <summary>The Q-Former of chapter 7, both stages, and the bridges it is compared with.</summary>
public sealed class QFormerRecipe : Recipe<QFormerSettings>
{
    /// <inheritdoc/>
    public override string Name => "qformer";

    /// <inheritdoc/>
    public override string Summary => "BLIP-2's Q-Former between the kept CLIP and the kept GPT, both stages";

    /// <inheritdoc/>
    public override string StepsSetting => "stageOne.steps";

    /// <inheritdoc/>
    protected override ITrainingTask Prepare(QFormerSettings settings) => new QFormerTask(settings);
}
