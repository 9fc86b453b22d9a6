using Course.Models;
using Course.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Training.Recipes;

/// <summary>What the measurements of all recipes have in common.</summary>
internal static class Measuring
{
    /// <summary>Measures a model in eval mode, without gradients, and gives it its mode back.</summary>
    public static IReadOnlyList<Measurement> InEvalMode(nn.Module model, Func<IEnumerable<Measurement>> measure)
    {
        bool wasTraining = model.training;
        model.eval();
        using IDisposable noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Measurement[] measured = [.. measure()];
        model.train(wasTraining);
        return measured;
    }

    /// <summary>Embeds items some at a time, which takes less memory: (N, E).</summary>
    public static Tensor Embed(IEnumerable<int> items, Func<int[], Tensor> embed, int batchSize = 128) =>
        cat(items.Chunk(batchSize).Select(batch =>
        {
            using DisposeScope scope = NewDisposeScope();
            return embed(batch).MoveToOuterDisposeScope();
        }).ToArray());

    /// <summary>Recall at 1, 5 and 10, with what guessing gives.</summary>
    /// <param name="name">What is searched for in what, for example "text to video".</param>
    /// <param name="retrieval">The ranks.</param>
    /// <param name="candidates">How many each query searches among.</param>
    /// <param name="detail">What the names of the measurements end with.</param>
    public static IEnumerable<Measurement> Recall(string name, Retrieval retrieval, int candidates, string detail = "") =>
        new[] { 1, 5, 10 }.Select(
            k => new Measurement($"{name}, R@{k} of {candidates}{detail}", retrieval.RecallAt(k), k / (double)candidates));

    /// <summary>Recall and median rank in both directions of scores (N, N), the right pairs on the diagonal.</summary>
    public static IEnumerable<Measurement> BothWays(string rows, string columns, Tensor scores)
    {
        int count = (int)scores.shape[0];
        foreach ((string way, Tensor matrix) in new[] { ($"{rows} to {columns}", scores), ($"{columns} to {rows}", scores.T) })
        {
            Retrieval retrieval = Retrieval.Of(matrix);
            foreach (Measurement recall in Recall(way, retrieval, count)) yield return recall;
            yield return new Measurement($"{way}, median rank of {count}", retrieval.MedianRank, (count + 1) / 2.0);
        }
    }
}
