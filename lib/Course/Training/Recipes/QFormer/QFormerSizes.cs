using Course.Models;

namespace Course.Training.Recipes.QFormer;

/// <summary>What the weights of a <see cref="QFormerModels"/> fit.</summary>
/// <param name="QFormer">The sizes of the Q-Former.</param>
/// <param name="End">The token that ends a text.</param>
/// <param name="LanguageWidth">The width of the frozen language model.</param>
public sealed record QFormerSizes(QFormerConfig QFormer, long End, long LanguageWidth);
