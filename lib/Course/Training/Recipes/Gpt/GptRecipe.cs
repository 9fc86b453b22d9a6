using Course.Training.Runs;

namespace Course.Training.Recipes.Gpt;

/// <summary>The language model of chapter 7.</summary>
public sealed class GptRecipe : Recipe<GptSettings>
{
    /// <inheritdoc/>
    public override string Name => "gpt";

    /// <inheritdoc/>
    public override string Summary => "GPT on WordNet's definitions, unit descriptions and captions, against a trigram model";

    /// <inheritdoc/>
    public override string StepsSetting => "training.steps";

    /// <inheritdoc/>
    protected override ITrainingTask Prepare(GptSettings settings) => new GptTask(settings);
}
