using Course.Training.Recipes;

namespace Course.Tests.Training.Runs;

internal sealed record NoisyLineSettings : RecipeSettings
{
    public long Steps { get; init; } = 30;

    public double LearningRate { get; init; } = 0.1;

    /// <summary>The step whose loss is not a number; none below zero.</summary>
    public long BrokenStep { get; init; } = -1;
}
