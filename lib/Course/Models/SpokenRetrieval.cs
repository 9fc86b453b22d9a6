// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Finds what is spoken among pictures or texts, and asks how likely the result is by luck.</summary>
public static class SpokenRetrieval
{
    /// <summary>
    /// Cosines (Q, M) of queries with a gallery, the partner of query i in column i: the gallery's own order, partners first.
    /// </summary>
    /// <param name="queries">Unit vectors, (Q, E).</param>
    /// <param name="stampOfQuery">The stamp of each query; no two are the same.</param>
    /// <param name="gallery">Unit vectors, (M, E).</param>
    /// <param name="stampOfCandidate">The stamp of each candidate.</param>
    public static Tensor Scores(Tensor queries, IReadOnlyList<int> stampOfQuery, Tensor gallery, IReadOnlyList<int> stampOfCandidate)
    {
        using var scope = NewDisposeScope();
        var place = stampOfCandidate.Select((stamp, column) => (stamp, column)).ToDictionary(pair => pair.stamp, pair => (long)pair.column);
        var partners = stampOfQuery.Select(stamp => place[stamp]).ToArray();
        var columns = partners.Concat(place.Values.Except(partners)).ToArray();
        return queries.matmul(gallery.index_select(0, tensor(columns, device: gallery.device)).T).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The p-value of R@k: the share of lots, the true order among them, in which queries whose partners are dealt out anew find as many or
    /// more.
    /// </summary>
    /// <param name="scores">(Q, M) with the partner of query i in column i.</param>
    /// <param name="k">How many candidates count as found.</param>
    /// <param name="groups">Partners change places only within a group of queries; null: all with all.</param>
    /// <param name="lots">How often they are dealt out.</param>
    public static double PValue(Tensor scores, int k, IReadOnlyList<int>? groups = null, int lots = 9999)
    {
        using var scope = NewDisposeScope();
        var count = (int)scores.shape[0];
        var best = scores.topk(k, 1).indexes.to(CPU).data<long>().ToArray();                                  // (Q, k)
        var found = Enumerable.Range(0, count).Select(i => best.AsSpan(i * k, k).ToArray().ToHashSet()).ToArray();
        var members = Enumerable.Range(0, count).GroupBy(i => groups?[i] ?? 0).Select(group => group.ToArray()).ToArray();
        int Found(int[] partner) => Enumerable.Range(0, count).Count(i => found[i].Contains(partner[i]));
        var order = Enumerable.Range(0, count).ToArray();
        var (truth, asGood, random) = (Found(order), 1, new SeededRandom(1));
        for (var lot = 0; lot < lots; lot++)
        {
            foreach (var group in members)
            {
                var dealt = group.ToArray();
                random.Shuffle<int>(dealt);
                for (var i = 0; i < group.Length; i++) order[group[i]] = dealt[i];
            }

            if (Found(order) >= truth) asGood++;
        }

        return asGood / (lots + 1.0);
    }
}
