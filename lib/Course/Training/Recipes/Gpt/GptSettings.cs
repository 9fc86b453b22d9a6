using Course.Models;

namespace Course.Training.Recipes.Gpt;

/// <summary>What can be chosen when the language model of the course is trained.</summary>
public sealed record GptSettings : RecipeSettings
{
    /// <summary>Vendors whose drawings, and their colours, are not written about. The others are.</summary>
    public IReadOnlyList<string> HoldOut { get; init; } = ["noto"];

    /// <summary>How many concrete concepts are not written about.</summary>
    public int UnseenConcepts { get; init; } = 200;

    /// <summary>The first so many texts, in a random order, teach the tokenizer its merges.</summary>
    public int TokenizerTexts { get; init; } = 20_000;

    /// <summary>The sizes of the model.</summary>
    public GptConfig Model { get; init; } = new();

    /// <summary>The optimizer, its schedule and the windows in a batch.</summary>
    public ClipTraining Training { get; init; } = new() { Steps = 5500, WarmUp = 100, BatchSize = 16, LearningRate = 3e-3 };
}
