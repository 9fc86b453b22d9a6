// Source: notebooks/09-fusion.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Fusion by cross-attention: streams that ask each other, and then vote.</summary>
public sealed class CoAttentionFusion : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly ModalityTokens tokens;
    private readonly CoAttention exchange;
    private readonly LayerNorm norm;
    private readonly ModuleList<Linear> heads;

    /// <summary>One co-attention layer over streams of T tokens.</summary>
    /// <param name="inputWidth">E.</param>
    /// <param name="modalities">M.</param>
    /// <param name="count">T, the tokens of a modality.</param>
    /// <param name="width">D.</param>
    /// <param name="attentionHeads">Heads of each attention.</param>
    /// <param name="answers">K.</param>
    /// <param name="gated">True: begins as late fusion.</param>
    public CoAttentionFusion(long inputWidth, int modalities, long count, long width, long attentionHeads, long answers, bool gated = false)
        : base(nameof(CoAttentionFusion))
    {
        tokens = new ModalityTokens(inputWidth, modalities, count, width);
        exchange = new CoAttention(modalities, width, attentionHeads, gated);
        norm = nn.LayerNorm(width);
        heads = new ModuleList<Linear>(Enumerable.Range(0, modalities).Select(_ => nn.Linear(width, answers)).ToArray());
        RegisterComponents();
    }

    /// <summary>The layer in which the streams meet.</summary>
    public CoAttention Exchange => exchange;

    /// <summary>Logits (B, K) from vectors (B, M, E), of those that are present, (B, M).</summary>
    public override Tensor forward(Tensor values, Tensor present)
    {
        var streams = norm.call(exchange.call(tokens.call(values), present)).mean([2L]);                              // (B, M, D)
        var votes = stack(heads.Select((head, m) => head.call(streams[.., m])).ToArray(), 1);                         // (B, M, K)
        return (votes * present.unsqueeze(-1)).sum(1);
    }
}
