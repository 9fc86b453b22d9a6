using Course.Training.Recipes.AudioClip;
using Course.Training.Recipes.Clip;
using Course.Training.Recipes.Gpt;
using Course.Training.Recipes.Perceiver;
using Course.Training.Recipes.QFormer;
using Course.Training.Recipes.VideoClip;

namespace Course.Training.Recipes;

/// <summary>The recipes of the course.</summary>
public static class RecipeCatalog
{
    /// <summary>All recipes, in the order of the chapters.</summary>
    public static IReadOnlyList<IRecipe> All { get; } =
        [new ClipRecipe(), new VideoClipRecipe(), new AudioClipRecipe(), new PerceiverRecipe(), new GptRecipe(), new QFormerRecipe()];
}
