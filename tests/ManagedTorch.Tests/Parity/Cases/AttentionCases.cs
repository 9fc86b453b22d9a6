using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/attention.py.</summary>
internal static class AttentionCases
{
    public static ParityGroup Create()
    {
        var g = new ParityGroup("attention");
        for (var rank = 2; rank <= 4; rank++)
        {
            foreach (var lengths in new[] { "1_1", "5_5", "1_7", "7_1", "4_9" })
                g.Add($"plain/rank{rank}_{lengths}", Plain);
            foreach (var form in new[] { "", "_wide", "_tall" })
                g.Add($"causal/rank{rank}{form}", Causal);
            g.AddMany($"bool_mask/rank{rank}", Masked);
            g.AddMany($"float_mask/rank{rank}", Masked);
            g.AddMany($"learned_mask/rank{rank}", x => scaled_dot_product_attention(x[0], x[1], x[2], x[3]));
        }

        foreach (var length in new[] { 1, 2, 3, 7, 8, 9, 16, 17, 31, 33, 50, 64, 65, 70 })
        {
            g.Add($"length/{length}", Plain);
            g.Add($"length/{length}_causal", Causal);
        }

        foreach (var width in new[] { "1", "3", "5", "12", "20", "33", "value_wider", "value_narrower" })
            g.Add($"width/{width}", Plain);
        foreach (var mask in new[] { "padding", "rows", "heads", "batch", "one" })
            g.AddMany($"broadcast_mask/{mask}", Masked);
        g.Add("broadcast_batch/keys", Plain);
        g.Add("broadcast_batch/queries", Plain);
        g.Add("long/300", Plain);
        g.Add("long/300_causal", Causal);
        g.AddMany("long/300_mask", Masked);
        g.Add("long/520_queries", Plain);
        g.Add("self/one_tensor", x => Plain(x, x, x));
        g.Add("heads/split", SplitHeads);
        g.Add("transposed/last", (q, k, v) => Plain(q.transpose(-2, -1), k, v));
        g.Add("expanded/keys", (q, k, v) => Plain(q, k.expand(2, 3, 6, 8), v.expand(2, 3, 6, 8)));
        g.Add("float64/plain", Plain);
        g.Add("float64/causal", Causal);
        g.Add("large_scores/plain", Plain);
        return g;
    }

    private static Tensor Plain(Tensor q, Tensor k, Tensor v) => scaled_dot_product_attention(q, k, v);

    private static Tensor Causal(Tensor q, Tensor k, Tensor v) => scaled_dot_product_attention(q, k, v, is_casual: true);

    private static Tensor Masked(Tensor[] x) => scaled_dot_product_attention(x[0], x[1], x[2], x[3].detach());

    private static Tensor SplitHeads(Tensor x)
    {
        var parts = x.chunk(3, -1).Select(part => part.view(2, 6, 3, 4).transpose(1, 2)).ToArray();
        return Plain(parts[0], parts[1], parts[2]).transpose(1, 2).reshape(2, 6, 12);
    }
}
