using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using Reduction = TorchSharp.torch.nn.Reduction;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/losses.py.</summary>
internal static class LossCases
{
    public static ParityGroup Create()
    {
        var g = new ParityGroup("losses");
        foreach (var (reduction, kind) in new[] { ("mean", Reduction.Mean), ("sum", Reduction.Sum), ("none", Reduction.None) })
        {
            foreach (var smoothing in new[] { 0, 0.1 })
            {
                foreach (var weighted in new[] { false, true })
                {
                    var name = reduction + (smoothing > 0 ? "_smooth" : "") + (weighted ? "_weighted" : "");
                    foreach (var form in new[] { "classes", "ignored", "places", "picture", "soft", "soft_places" })
                        g.AddMany($"{form}/{name}", x => cross_entropy(x[0], x[1], weighted ? x[2].detach() : null, reduction: kind,
                            label_smoothing: smoothing));
                }
            }

            g.Add($"ignore_two/{reduction}", (x, t) => cross_entropy(x, t, ignore_index: 2, reduction: kind, label_smoothing: 0.1));
            g.Add($"float64/{reduction}", (x, t) => cross_entropy(x, t, reduction: kind, label_smoothing: 0.1));
            g.Add($"one_row/{reduction}", (x, t) => cross_entropy(x, t, reduction: kind));
            g.Add($"mse/{reduction}", (x, y) => mse_loss(x, y, kind));
            g.Add($"l1/{reduction}", (x, y) => l1_loss(x, y, kind));
            g.Add($"nll/{reduction}", (x, t) => nll_loss(x, t, reduction: kind));
            g.Add($"bce_logits/{reduction}", (x, t) => binary_cross_entropy_with_logits(x, t.detach(), reduction: kind));
            g.Add($"kl/{reduction}", (x, t) => kl_div(x.log_softmax(-1), t.softmax(-1).detach(), log_target: false, kind));
        }

        g.Add("all_ignored/mean", (x, t) => cross_entropy(x, t));
        g.Add("wide/mean", (x, t) => cross_entropy(x, t));
        g.Add("large/mean", (x, t) => cross_entropy(x, t));
        g.Add("clip/symmetric", (i, t) => (cross_entropy(i.matmul(t.t()) * 3, arange(4))
            + cross_entropy(t.matmul(i.t()) * 3, arange(4))) / 2);
        return g;
    }
}
