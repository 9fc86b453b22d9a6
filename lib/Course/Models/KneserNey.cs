// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// A trigram model with interpolated Kneser-Ney smoothing (Kneser and Ney 1995; Chen and Goodman 1998): what counting alone can do. Where a
/// context was rare, it asks how many different contexts a token has, not how often it occurs.
/// </summary>
public sealed class KneserNey
{
    private const double Discount = 0.75;

    private readonly int vocabulary;
    private readonly Dictionary<(int, int, int), int> trigrams = [];
    private readonly Dictionary<(int, int), (int Total, int Kinds)> afterTwo = [];
    private readonly Dictionary<(int, int), int> kindsBefore = [];                     // different tokens before a pair
    private readonly Dictionary<int, (int Total, int Kinds)> afterOne = [];
    private readonly int[] pairsEndingIn;
    private readonly int pairs;

    /// <summary>Counts texts of token numbers below <paramref name="vocabulary"/>; the first two of each are context only.</summary>
    public KneserNey(IEnumerable<IReadOnlyList<int>> texts, int vocabulary)
    {
        this.vocabulary = vocabulary;
        pairsEndingIn = new int[vocabulary];
        foreach (var text in texts)
            for (var i = 2; i < text.Count; i++)
            {
                var key = (text[i - 2], text[i - 1], text[i]);
                trigrams[key] = trigrams.GetValueOrDefault(key) + 1;
            }

        foreach (var ((a, b, c), count) in trigrams)
        {
            var two = afterTwo.GetValueOrDefault((a, b));
            afterTwo[(a, b)] = (two.Total + count, two.Kinds + 1);
            kindsBefore[(b, c)] = kindsBefore.GetValueOrDefault((b, c)) + 1;
        }

        foreach (var ((b, c), kinds) in kindsBefore)
        {
            var one = afterOne.GetValueOrDefault(b);
            afterOne[b] = (one.Total + kinds, one.Kinds + 1);
            pairsEndingIn[c]++;
            pairs++;
        }
    }

    /// <summary>The probability of a token after two others. Over all tokens it sums to 1.</summary>
    public double Probability(int before, int last, int token)
    {
        var alone = (pairsEndingIn[token] + 1.0) / (pairs + vocabulary);               // one is added, so that nothing is impossible
        var one = afterOne.GetValueOrDefault(last);
        var short_ = one.Total == 0
            ? alone
            : (Math.Max(kindsBefore.GetValueOrDefault((last, token)) - Discount, 0) + (Discount * one.Kinds * alone)) / one.Total;
        var two = afterTwo.GetValueOrDefault((before, last));
        return two.Total == 0
            ? short_
            : (Math.Max(trigrams.GetValueOrDefault((before, last, token)) - Discount, 0) + (Discount * two.Kinds * short_)) / two.Total;
    }

    /// <summary>The mean surprise in nats of each token of a text from the third on, and how many there are.</summary>
    public (double Sum, int Count) Surprise(IReadOnlyList<int> text) =>
        (Enumerable.Range(2, Math.Max(0, text.Count - 2)).Sum(i => -Math.Log(Probability(text[i - 2], text[i - 1], text[i]))),
            Math.Max(0, text.Count - 2));
}
