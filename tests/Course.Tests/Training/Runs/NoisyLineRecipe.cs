using Course.Training.Recipes;
using Course.Training.Runs;

namespace Course.Tests.Training.Runs;

internal sealed class NoisyLineRecipe : Recipe<NoisyLineSettings>
{
    public override string Name => "line";

    public override string Summary => "a line through noise";

    public override string StepsSetting => "steps";

    protected override ITrainingTask Prepare(NoisyLineSettings settings) => new NoisyLine(settings);
}
