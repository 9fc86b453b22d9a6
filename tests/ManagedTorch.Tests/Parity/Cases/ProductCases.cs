using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using TensorIndex = TorchSharp.torch.TensorIndex;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/products.py.</summary>
internal static class ProductCases
{
    private static readonly string[] Shapes =
    [
        "1x1", "1x2", "2x1", "2x2", "1x3", "3x1", "3x2", "2x3", "3x3", "4x4", "4x3", "3x4", "4x2", "2x4", "4x1", "1x4", "5x3", "batch1x3",
            "batch3x1",
        "both_broadcast", "row", "column", "inner0", "rows0", "columns0", "batch0", "batch0_flat", "ragged", "large",
    ];

    private static readonly string[] Equations =
        ["ij,jk->ik", "bhid,bhjd->bhij", "ij->ji", "ii->i", "ij->", "i,j->ij", "bij,bjk", "...ij,kj->...ik", "ii", "i,i->", "bi,ij,bj->b"];

    public static ParityGroup Create()
    {
        var g = new ParityGroup("products");
        foreach (var name in Shapes)
            g.Add($"matmul/{name}", matmul);
        foreach (var name in new[] { "2x2", "3x3", "3x2", "4x4", "4x3" })
        {
            g.Add($"matmul/{name}_float64", matmul);
            g.Add($"matmul/{name}_left_transposed", (x, y) => x.transpose(-2, -1).matmul(y));
            g.Add($"matmul/{name}_right_transposed", (x, y) => x.matmul(y.transpose(-2, -1)));
            g.Add($"matmul/{name}_both_transposed", (x, y) => x.transpose(-2, -1).matmul(y.transpose(-2, -1)));
        }

        g.Add("matmul/step", (x, y) => x[TensorIndex.Colon, TensorIndex.Slice(step: 2)].matmul(y[TensorIndex.Slice(step: 2)]));
        g.Add("matmul/expanded", (x, y) => x.expand(3, 4, 5).matmul(y));
        g.Add("matmul/heads", (q, k) => q.view(2, 6, 3, 4).transpose(1, 2).matmul(k.view(2, 6, 3, 4).transpose(1, 2).transpose(-2, -1)));
        g.Add("matmul/same_twice", x => x.matmul(x.t()));
        g.Add("matmul/int64", matmul);
        g.Add("mm/2x2", mm);
        g.Add("bmm/3x3", bmm);
        g.Add("mv/2x1", (x, y) => x.mv(y));
        g.Add("dot/1x1", dot);
        g.Add("outer/1x1", outer);
        foreach (var equation in Equations)
            g.AddMany($"einsum/{equation}", x => einsum(equation, x));
        AddLinear(g);
        AddTriangles(g);
        return g;
    }

    private static void AddLinear(ParityGroup g)
    {
        foreach (var name in new[] { "2", "3", "4", "1", "empty", "empty3", "long" })
        {
            g.Add($"linear/{name}", linear);
            g.Add($"linear/{name}_no_bias", (x, w) => linear(x, w));
        }

        g.Add("linear/float64", linear);
        g.Add("linear/transposed_input", (x, w, b) => linear(x.t(), w, b));
        g.Add("linear/transposed_weight", (x, w, b) => linear(x, w.t(), b));
        g.Add("linear/shared_weight", (x, w) => linear(linear(x, w), w));
    }

    private static void AddTriangles(ParityGroup g)
    {
        foreach (var k in new[] { -2, 0, 1, 9 })
        {
            g.Add($"tril/{k}", x => x.tril(k));
            g.Add($"triu/{k}", x => x.triu(k));
            if (k == 9)
                continue;
            g.Add($"diagonal/{k}", x => x.diagonal(k));
            g.Add($"diag/{k}", x => x.diag(k));
        }

        g.Add("triu/infinite", x => x.triu(1));
        g.Add("tril/bool", x => x.tril());
        g.Add("tril/int64", x => x.tril());
        g.Add("trace/2", x => x.trace());
        g.Add("diagonal/batched", x => x.diagonal(0, -2, -1));
    }
}
