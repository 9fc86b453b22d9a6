// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using System.Text.RegularExpressions;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Texts as words and sequences of words, for the metrics.</summary>
public static class WordGrams
{
    /// <summary>The words in lower case; punctuation is left out.</summary>
    public static string[] Words(string text) =>
        Regex.Matches(text.ToLowerInvariant(), @"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*").Select(word => word.Value).ToArray();

    /// <summary>How often each sequence of <paramref name="n"/> words occurs.</summary>
    public static Dictionary<string, int> Count(IReadOnlyList<string> words, int n) =>
        Enumerable.Range(0, Math.Max(0, words.Count - n + 1)).Select(i => string.Join(' ', words.Skip(i).Take(n)))
            .GroupBy(gram => gram).ToDictionary(group => group.Key, group => group.Count());
}
