// Source: notebooks/09-fusion.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>A co-attention layer (Lu et al. 2019, section 2.2) for any number of streams: each asks all others.</summary>
public sealed class CoAttention : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly ModuleList<CrossAttentionBlock> blocks;
    private readonly Parameter nothing;
    private readonly Parameter? gate;

    /// <summary>A layer for streams of a width D.</summary>
    /// <param name="streams">M.</param>
    /// <param name="width">D.</param>
    /// <param name="heads">Heads of each attention; they must divide D.</param>
    /// <param name="gated">True: what the layer adds is multiplied by tanh of a learned number that starts at 0.</param>
    public CoAttention(int streams, long width, long heads, bool gated) : base(nameof(CoAttention))
    {
        blocks = new ModuleList<CrossAttentionBlock>(
            Enumerable.Range(0, streams).Select(_ => new CrossAttentionBlock(width, width, heads, expansion: 2)).ToArray());
        nothing = new Parameter(randn(1, 1, width) * 0.02);
        gate = gated ? new Parameter(zeros(1)) : null;
        RegisterComponents();
    }

    /// <summary>How far the gate is open, from -1 to 1; 1 without a gate.</summary>
    public double Opening => gate is null ? 1 : Math.Tanh(gate.item<float>());

    /// <summary>Streams (B, M, T, D) to the same shape; only those that are present, (B, M), are looked at.</summary>
    public override Tensor forward(Tensor streams, Tensor present)
    {
        var (batch, count) = (streams.shape[0], streams.shape[2]);
        var always = ones([batch, 1], ScalarType.Bool, device: streams.device);
        var asked = Enumerable.Range(0, blocks.Count).Select(m =>
        {
            int[] others = [.. Enumerable.Range(0, blocks.Count).Where(other => other != m)];
            var context = cat([nothing.expand(batch, -1, -1), .. others.Select(other => streams[.., other])], 1);     // (B, 1 + (M-1) T, D)
            var mask = cat([always, .. others.Select(other => present[.., other].unsqueeze(1).expand(-1, count))], 1);
            return blocks[m].forward(streams[.., m], context, mask.unsqueeze(1).unsqueeze(1));                        // (B, T, D)
        });
        var after = stack(asked.ToArray(), 1);                                                                        // (B, M, T, D)
        return gate is null ? after : streams + (gate.tanh() * (after - streams));
    }
}
