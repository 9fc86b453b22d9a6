using Course.Data;
using Course.Models;

namespace Course.Training.Recipes.Clip;

/// <summary>What can be chosen when the CLIP of the course is trained.</summary>
public sealed record ClipSettings : RecipeSettings
{
    /// <summary>Vendors whose drawings are never trained on. The first is measured on at the end.</summary>
    public IReadOnlyList<string> HoldOut { get; init; } = ["noto"];

    /// <summary>How many concrete concepts are never trained on.</summary>
    public int UnseenConcepts { get; init; } = 200;

    /// <summary>The sizes of the model.</summary>
    public ClipConfig Model { get; init; } = new()
    {
        ImageWidth = 128, TextWidth = 128, EmbeddingWidth = 128, VocabularySize = 4096,
    };

    /// <summary>The optimizer, its schedule and the batches.</summary>
    public ClipTraining Training { get; init; } = new() { Steps = 6000, WarmUp = 200, LearningRate = 1e-3 };

    /// <summary>How drawings are changed.</summary>
    public EmojiAugmentation Augmentation { get; init; } = new();
}
