// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>Twelve layers of self-attention.</summary>
[Erratum(ErratumKind.Normalisation, "Twelve layers of attention, and nothing else",
    Seen = "tutorial code for a multimodal transformer",
    Source = "Dong et al. 2021 (Attention is not all you need), section 2")]
public class AttentionAlone : Erratum
{
    /// <summary>One layer: tokens (1, N, D) to (1, N, D).</summary>
    public virtual Tensor Layer(SelfAttention attention, Tensor x) => attention.call(x);

    /// <summary>
    /// How much the tokens differ, before the first layer and after each: 1 = as much as they are long, 0 = not at all.
    /// </summary>
    public float[] Spread(int depth)
    {
        var x = randn(1, 8, 32);
        var spread = new List<float> { Spread(x) };
        for (var i = 0; i < depth; i++)
        {
            x = Layer(new SelfAttention(32, 4), x);
            spread.Add(Spread(x));
        }

        return [.. spread];
    }

    private static float Spread(Tensor x) =>
        ((x - x.mean([1L], keepdim: true)).norm() / x.norm()).item<float>();

    /// <inheritdoc/>
    protected override void Claim() =>
        Check.Above(Spread(depth: 12)[^1], 0.2, "the tokens still differ behind twelve layers");
}

/// <summary>Adds what attention finds to what was there.</summary>
public sealed class AttentionWithResidual : AttentionAlone
{
    /// <inheritdoc/>
    public override Tensor Layer(SelfAttention attention, Tensor x) =>
        x + base.Layer(attention, F.layer_norm(x, [32]));
}
