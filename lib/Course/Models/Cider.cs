// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// CIDEr-D (Vedantam et al. 2015, section 4): sequences of one to four words, weighted by how rare they are among the pictures' references,
/// as vectors; the clipped cosine with each reference, less the more the lengths differ, times 10. From 0 to 10 a picture.
/// </summary>
public sealed class Cider
{
    private const double Deviation = 6;

    private readonly IReadOnlyList<IReadOnlyList<string>> references;
    private readonly Dictionary<string, int> picturesWith;

    /// <summary>Takes rarity from the references of all pictures.</summary>
    public Cider(IReadOnlyList<IReadOnlyList<string>> references)
    {
        this.references = references;
        picturesWith = references.SelectMany(texts => texts.SelectMany(AllGrams).Distinct()).GroupBy(gram => gram)
            .ToDictionary(group => group.Key, group => group.Count());
    }

    /// <summary>The score of a candidate for a picture.</summary>
    public double Score(int picture, string candidate)
    {
        var words = WordGrams.Words(candidate);
        return references[picture].Average(reference =>
        {
            var other = WordGrams.Words(reference);
            var difference = words.Length - other.Length;
            return 10 * Math.Exp(-difference * difference / (2 * Deviation * Deviation))
                * Enumerable.Range(1, 4).Average(n => Cosine(Weigh(words, n), Weigh(other, n)));
        });
    }

    private static IEnumerable<string> AllGrams(string text) =>
        Enumerable.Range(1, 4).SelectMany(n => WordGrams.Count(WordGrams.Words(text), n).Keys);

    // A gram that no picture's references have is as rare as one that a single picture has.
    private Dictionary<string, double> Weigh(string[] words, int n) => WordGrams.Count(words, n).ToDictionary(
        gram => gram.Key,
        gram => gram.Value * Math.Log(references.Count / (double)Math.Max(1, picturesWith.GetValueOrDefault(gram.Key))));

    // The candidate's weight counts up to the reference's: repeating a good word does not help.
    private static double Cosine(Dictionary<string, double> candidate, Dictionary<string, double> reference)
    {
        static double Norm(Dictionary<string, double> weights) => Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        var product = candidate.Sum(gram => Math.Min(gram.Value, reference.GetValueOrDefault(gram.Key)) * reference.GetValueOrDefault(gram.Key));
        var norms = Norm(candidate) * Norm(reference);
        return norms == 0 ? 0 : product / norms;
    }
}
