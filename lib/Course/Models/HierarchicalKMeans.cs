// Source: notebooks/09-fusion.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// A visual vocabulary by k-means in a tree (Sun et al. 2019, section 4.2): k clusters, each divided into k, and so on. A word is the path
/// to a leaf, written as a number to the base k.
/// </summary>
public sealed class HierarchicalKMeans
{
    private const int Rounds = 20;

    // Level by level; the children of a node lie side by side. Null: a node that stays whole.
    private readonly IReadOnlyList<Tensor?> centresOfNode;
    private readonly int branches, depth;

    private HierarchicalKMeans(int branches, int depth, IReadOnlyList<Tensor?> centresOfNode) =>
        (this.branches, this.depth, this.centresOfNode) = (branches, depth, centresOfNode);

    /// <summary>Number of words, k to the power of the depth.</summary>
    public int Words => (int)Math.Pow(branches, depth);

    /// <summary>Builds the tree from vectors.</summary>
    /// <param name="vectors">(N, D).</param>
    /// <param name="branches">k.</param>
    /// <param name="depth">Levels.</param>
    /// <param name="seed">Decides where the clusters begin.</param>
    /// <exception cref="ArgumentException">There are fewer vectors than branches.</exception>
    public static HierarchicalKMeans Of(Tensor vectors, int branches, int depth, long seed = 1)
    {
        if (vectors.shape[0] < branches)
            throw new ArgumentException($"{branches} clusters need at least as many vectors, not {vectors.shape[0]}.", nameof(vectors));
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var random = new SeededRandom(seed);
        var nodes = new List<Tensor?>();
        var parts = new List<Tensor> { vectors };
        for (var level = 0; level < depth; level++)
        {
            var children = new List<Tensor>();
            foreach (var part in parts)
            {
                // A node of fewer vectors than clusters stays whole: its first child takes all.
                var centres = part.shape[0] < branches ? null : Cluster(part, branches, random);
                nodes.Add(centres?.DetachFromDisposeScope());
                var nearest = centres is null ? zeros([part.shape[0]], ScalarType.Int64, device: part.device) : Nearest(part, centres);
                for (var k = 0; k < branches; k++)
                    children.Add(part.index_select(0, nearest.eq(k).nonzero().flatten()));
            }

            parts = children;
        }

        return new HierarchicalKMeans(branches, depth, nodes);
    }

    /// <summary>The word of each vector: (N, D) to (N), from 0 to <see cref="Words"/> - 1.</summary>
    public Tensor WordsOf(Tensor vectors)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var (nodes, first, size) = (zeros([vectors.shape[0]], ScalarType.Int64, device: vectors.device), 0, 1);
        for (var level = 0; level < depth; level++)
        {
            var children = nodes * branches;
            for (var node = 0; node < size; node++)
            {
                var here = nodes.eq(node).nonzero().flatten();
                if (here.shape[0] > 0 && centresOfNode[first + node] is { } centres)
                    children = children.index_add(0, here, Nearest(vectors.index_select(0, here), centres), 1);
            }

            (nodes, first, size) = (children, first + size, size * branches);
        }

        return nodes.MoveToOuterDisposeScope();
    }

    /// <summary>Lloyd's algorithm, from vectors that are far apart (k-means++).</summary>
    private static Tensor Cluster(Tensor vectors, int branches, SeededRandom random)
    {
        var centres = new List<Tensor> { vectors[random.Next((int)vectors.shape[0])] };
        while (centres.Count < branches)
        {
            var far = Distances(vectors, stack(centres)).amin([1L]).cumsum(0);                                        // (N)
            var lot = random.NextDouble() * far[-1].item<float>();
            centres.Add(vectors[Math.Min(far.lt(lot).sum().item<long>(), vectors.shape[0] - 1)]);
        }

        var all = stack(centres);                                                                                     // (k, D)
        for (var round = 0; round < Rounds; round++)
        {
            var member = F.one_hot(Nearest(vectors, all), branches).to(vectors.dtype);                                // (N, k)
            var count = member.sum(dim: 0).unsqueeze(1);                                                              // (k, 1)
            all = where(count.gt(0), member.T.matmul(vectors) / count.clamp(min: 1), all);
        }

        return all;
    }

    private static Tensor Nearest(Tensor vectors, Tensor centres) => Distances(vectors, centres).argmin(1);

    private static Tensor Distances(Tensor vectors, Tensor centres) =>
        (vectors.unsqueeze(1) - centres.unsqueeze(0)).square().sum(2);                                                // (N, k)
}
