// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// BLEU-4 (Papineni et al. 2002): how many of the candidates' sequences of one to four words occur in the references, over all texts
/// together, with a penalty for candidates that are too short. From 0 to 1.
/// </summary>
public sealed class Bleu
{
    private readonly (double[] Hits, double[] Counts, double Length, double ReferenceLength)[] texts;

    /// <summary>Compares each candidate with its references.</summary>
    public Bleu(IReadOnlyList<string> candidates, IReadOnlyList<IReadOnlyList<string>> references) =>
        texts = candidates.Zip(references, Compare).ToArray();

    /// <summary>The score of all texts.</summary>
    public double Score => ScoreOf(Enumerable.Range(0, texts.Length).Select(i => (this, i)));

    /// <summary>The score of texts of several systems together: what a permutation test asks.</summary>
    public static double ScoreOf(IEnumerable<(Bleu System, int Text)> chosen)
    {
        var (hits, counts) = (new double[4], new double[4]);
        var (length, referenceLength) = (0.0, 0.0);
        foreach (var (system, i) in chosen)
        {
            for (var n = 0; n < 4; n++) (hits[n], counts[n]) = (hits[n] + system.texts[i].Hits[n], counts[n] + system.texts[i].Counts[n]);
            (length, referenceLength) = (length + system.texts[i].Length, referenceLength + system.texts[i].ReferenceLength);
        }

        if (hits.Contains(0)) return 0;
        var precision = Enumerable.Range(0, 4).Average(n => Math.Log(hits[n] / counts[n]));
        return Math.Exp(precision + Math.Min(0, 1 - (referenceLength / length)));
    }

    private static (double[], double[], double, double) Compare(string candidate, IReadOnlyList<string> references)
    {
        var (words, others) = (WordGrams.Words(candidate), references.Select(WordGrams.Words).ToArray());
        var (hits, counts) = (new double[4], new double[4]);
        for (var n = 1; n <= 4; n++)
        {
            var allowed = others.Select(other => WordGrams.Count(other, n)).ToArray();
            foreach (var (gram, count) in WordGrams.Count(words, n))
            {
                // Each sequence counts as often as the reference that has most of it has it.
                hits[n - 1] += Math.Min(count, allowed.Max(other => other.GetValueOrDefault(gram)));
                counts[n - 1] += count;
            }
        }

        var nearest = others.Select(other => other.Length).OrderBy(length => Math.Abs(length - words.Length)).ThenBy(length => length).First();
        return (hits, counts, words.Length, nearest);
    }
}
