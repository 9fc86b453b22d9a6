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

    /// <summary>True trains on animals, food, places, activities and objects alone, without faces, people and symbols.</summary>
    public bool ConcreteOnly { get; init; }

    /// <summary>The sizes of the model.</summary>
    public ClipConfig Model { get; init; } = new();

    /// <summary>The optimizer, its schedule and the batches.</summary>
    public ClipTraining Training { get; init; } = new();

    /// <summary>How drawings are changed.</summary>
    public EmojiAugmentation Augmentation { get; init; } = new();
}
