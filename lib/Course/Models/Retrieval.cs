// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// How well queries find their partner among candidates. Rank 1: no other candidate scores as high. Ties count against the model.
/// </summary>
public sealed class Retrieval
{
    private Retrieval(long[] ranks, int candidates) => (Ranks, Candidates) = (ranks, candidates);

    /// <summary>The rank of each query's partner, from 1.</summary>
    public IReadOnlyList<long> Ranks { get; }

    /// <summary>How many candidates there were.</summary>
    public int Candidates { get; }

    /// <summary>The middle rank; half of the queries do as well or better. Chance: half the candidates.</summary>
    public double MedianRank
    {
        get
        {
            var sorted = Ranks.Order().ToArray();
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
        }
    }

    /// <summary>Ranks from scores (queries, candidates); the partner of query i is candidate i.</summary>
    /// <exception cref="ArgumentException">There are more queries than candidates.</exception>
    public static Retrieval Of(Tensor scores)
    {
        if (scores.dim() != 2 || scores.shape[0] > scores.shape[1] || scores.shape[0] == 0)
            throw new ArgumentException(
                $"Expected scores (queries, candidates) with a partner for each query, not ({string.Join(", ", scores.shape)}).");
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var partner = scores.diagonal().unsqueeze(1);                                  // (Q, 1)
        // The partner itself is among those that score at least as high, which makes the count a rank.
        var ranks = scores.greater_equal(partner).sum(1).to(CPU).data<long>().ToArray();
        return new Retrieval(ranks, (int)scores.shape[1]);
    }

    /// <summary>The share of queries whose partner is among the best <paramref name="k"/>. Chance: k / candidates.</summary>
    public double RecallAt(int k) => (double)Ranks.Count(rank => rank <= k) / Ranks.Count;

    /// <summary>"R@1 12.0 %, R@5 30.0 %, R@10 41.0 %, median rank 15 of 650".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"R@1 {RecallAt(1):0.0 %}, R@5 {RecallAt(5):0.0 %}, R@10 {RecallAt(10):0.0 %}, median rank {MedianRank:0.#} of {Candidates}");
}
