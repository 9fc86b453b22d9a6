using Course.Data;
using Course.Models;

namespace Course.Training.Recipes.QFormer;

/// <summary>What can be chosen when the Q-Former of the course is trained.</summary>
public sealed record QFormerSettings : RecipeSettings
{
    /// <summary>Vendors whose drawings are never trained on. The first is measured on at the end.</summary>
    public IReadOnlyList<string> HoldOut { get; init; } = ["noto"];

    /// <summary>How many concrete concepts are never trained on.</summary>
    public int UnseenConcepts { get; init; } = 200;

    /// <summary>The sizes of the model. The vocabulary and the picture's width are those of the frozen models.</summary>
    public QFormerConfig Model { get; init; } = new();

    /// <summary>Stage 1: the optimizer, its schedule and the batches.</summary>
    public ClipTraining StageOne { get; init; } = new() { Steps = 3000, WarmUp = 60, BatchSize = 48, LearningRate = 2e-3 };

    /// <summary>Stage 2: the same.</summary>
    public ClipTraining StageTwo { get; init; } = new() { Steps = 14000, WarmUp = 50, BatchSize = 48, LearningRate = 2e-3 };

    /// <summary>How drawings are changed: little in their colours, which are asked for.</summary>
    public EmojiAugmentation Augmentation { get; init; } = new() { Colour = 0.1, Grey = 0, Swap = 0 };
}
