using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/normalization.py.</summary>
internal static class NormalizationCases
{
    public static ParityGroup Create()
    {
        var g = new ParityGroup("normalization");
        AddSoftmax(g, "softmax", (x, dim) => x.softmax(dim));
        AddSoftmax(g, "log_softmax", (x, dim) => x.log_softmax(dim));
        AddLayerNorm(g);
        AddBatchNorm(g);
        AddUnitVectors(g);
        AddEmbedding(g);
        foreach (var p in new[] { 0.1, 0.5, 1.0 })
        {
            g.Add($"dropout/{p:0.0}", x =>
            {
                manual_seed(42);
                return dropout(x, p, true);
            });
        }

        g.Add("dropout/evaluation", x => dropout(x, 0.5, false));
        g.Add("relu_functional/2", x => relu(x));
        g.Add("leaky_relu/2", x => leaky_relu(x, 0.1));
        g.Add("elu/2", x => elu(x, 1));
        g.Add("softplus/2", x => softplus(x));
        g.Add("gelu_functional/wide", gelu);
        return g;
    }

    private static void AddSoftmax(ParityGroup g, string name, Func<Tensor, int, Tensor> function)
    {
        foreach (var dim in new[] { 0, 1, -1 })
            g.Add($"{name}/{dim}", x => function(x, dim));
        foreach (var variant in new[] { "float64", "one", "empty", "large", "infinite_row", "nan", "wide" })
            g.Add($"{name}/{variant}", x => function(x, -1));
        g.Add($"{name}/transposed", x => function(x.t(), -1));
        g.Add($"{name}/scalar", x => function(x, 0));
        g.Add($"{name}/masked", x => function(x.masked_fill(tensor(new[] { false, true, false, true }), float.NegativeInfinity), -1));
    }

    private static void AddLayerNorm(ParityGroup g)
    {
        foreach (var (name, last) in new[] { ("1", 1), ("2", 1), ("3", 1), ("two_dims", 2), ("wide", 1), ("rows", 1) })
        {
            g.Add($"layer_norm/{name}", (x, w, b) => layer_norm(x, x.shape[^last..], w, b));
            g.Add($"layer_norm/{name}_plain", x => layer_norm(x, x.shape[^last..]));
            g.Add($"layer_norm/{name}_weight", (x, w) => layer_norm(x, x.shape[^last..], w, null, 1e-3));
        }

        g.Add("layer_norm/float64", (x, w, b) => layer_norm(x, [5], w, b));
        g.Add("layer_norm/transposed", (x, w, b) => layer_norm(x.transpose(1, 2), [4], w, b));
        g.Add("layer_norm/empty", (x, w, b) => layer_norm(x, [5], w, b));
        g.Add("layer_norm/constant", (x, w, b) => layer_norm(x, [5], w, b));
        g.Add("layer_norm/far_from_zero", x => layer_norm(x, [64]));
    }

    private static void AddBatchNorm(ParityGroup g)
    {
        foreach (var name in new[] { "4", "2", "3", "one_picture" })
        {
            g.AddMany($"batch_norm/{name}_train", x =>
            {
                Tensor mean = x[3].detach().clone(), variance = x[4].detach().clone();
                return [batch_norm(x[0], mean, variance, x[1], x[2], training: true), mean, variance];
            });
            g.AddMany($"batch_norm/{name}_eval", x => batch_norm(x[0], x[3].detach(), x[4].detach(), x[1], x[2]));
        }

        g.Add("batch_norm/plain", x => batch_norm(x, null!, null!, training: true));
    }

    private static void AddUnitVectors(ParityGroup g)
    {
        foreach (var dim in new[] { 0, 1, -1 })
        {
            g.Add($"normalize/1_{dim}", x => normalize(x, 1, dim));
            g.Add($"normalize/2_{dim}", x => normalize(x, 2, dim));
        }

        g.Add("normalize/zero_row", x => normalize(x));
        g.Add("cosine_similarity/1", (x, y) => cosine_similarity(x, y));
        g.Add("cosine_similarity/last", (x, y) => cosine_similarity(x, y, -1));
    }

    private static void AddEmbedding(ParityGroup g)
    {
        foreach (var variant in new[] { "2", "repeated", "scalar", "empty", "int32" })
            g.Add($"embedding/{variant}", (i, w) => Embedding(i, w, null));
        g.Add("embedding/padding", (i, w) => Embedding(i, w, 2));
        g.Add("embedding/float64", (i, w) => Embedding(i, w, 1));
    }

    // TorchSharp has the embedding as a layer only, whose weight is a leaf; here the table is an input like any other.
    private static Tensor Embedding(Tensor indices, Tensor weights, long? padding) =>
        ManagedTorch.Operations.Lookups.Embedding(indices, weights, padding);
}
