using Course.Models;

namespace Course.Training.Recipes.Perceiver;

/// <summary>What can be chosen when the Perceiver of the course is trained.</summary>
public sealed record PerceiverSettings : RecipeSettings
{
    /// <summary>Frequencies an axis in what is said about the place of a pixel.</summary>
    public long Bands { get; init; } = 8;

    /// <summary>The sizes of the model.</summary>
    public PerceiverConfig Model { get; init; } = new() { CrossHeads = 5 };

    /// <summary>The optimizer, its schedule and the batches. There is no scale to learn.</summary>
    public ClipTraining Training { get; init; } = new()
    {
        Steps = 8000, WarmUp = 800, BatchSize = 32, LearningRate = 2e-3, WeightDecay = 0.05, LearnScale = false,
    };

    /// <summary>The share of pictures that are mirrored.</summary>
    public double Mirrored { get; init; } = 0.5;
}
