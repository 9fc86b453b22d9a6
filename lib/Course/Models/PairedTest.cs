// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Is one system better than another on the same items, or was it luck?</summary>
public static class PairedTest
{
    /// <summary>
    /// The one-sided p-value of a permutation test: the share of lots, the true labels among them, in which the difference of a score is at
    /// least as large when at each item a coin says which system's result is whose.
    /// </summary>
    /// <param name="items">How many items both have done.</param>
    /// <param name="score">The score when the results of the items marked true are exchanged: of the first system, and of the second.</param>
    /// <param name="lots">How many lots, the true labels not counted.</param>
    public static double PValue(int items, Func<bool[], (double First, double Second)> score, int lots = 999)
    {
        var random = new SeededRandom(20_230_130);
        double Difference(bool[] exchanged) => score(exchanged) is var (first, second) ? first - second : 0;
        var found = Difference(new bool[items]);
        var as_large = Enumerable.Range(0, lots)
            .Count(_ => Difference(Enumerable.Range(0, items).Select(_ => random.Next(2) == 1).ToArray()) >= found - 1e-12);
        return (as_large + 1.0) / (lots + 1);
    }

    /// <summary>The same for the mean of a number at each item.</summary>
    public static double PValue(IReadOnlyList<double> first, IReadOnlyList<double> second, int lots = 9999) => PValue(
        first.Count,
        exchanged => (exchanged.Select((other, i) => other ? second[i] : first[i]).Sum(),
            exchanged.Select((other, i) => other ? first[i] : second[i]).Sum()),
        lots);
}
