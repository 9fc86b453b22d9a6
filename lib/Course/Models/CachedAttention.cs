// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Causal self-attention whose keys and values can be remembered: (B, N, D) to (B, N, D). Its weights are named as in
/// <see cref="SelfAttention"/>.
/// </summary>
public sealed class CachedAttention : nn.Module<Tensor, Tensor>
{
    private readonly long heads;
    private readonly Linear qkv, proj;

    /// <summary>Attention of a width D over a number of heads that divides it.</summary>
    /// <exception cref="ArgumentException">The heads do not divide the width.</exception>
    public CachedAttention(long width, long heads) : base(nameof(CachedAttention))
    {
        if (heads < 1 || width % heads != 0)
            throw new ArgumentException($"a width of {width} cannot be shared equally by {heads} heads");
        this.heads = heads;
        qkv = nn.Linear(width, 3 * width);
        proj = nn.Linear(width, width);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x) => forward(x, null, 0);

    /// <summary>New tokens (B, N, D) look at what is remembered, at themselves, and at no later one.</summary>
    /// <param name="x">The new tokens.</param>
    /// <param name="cache">What was read before; the new tokens are added to it. Null: nothing was.</param>
    /// <param name="block">The place of this attention's block in the cache.</param>
    public Tensor forward(Tensor x, KeyValueCache? cache, int block)
    {
        var parts = qkv.call(x).view(x.shape[0], x.shape[1], 3, heads, x.shape[2] / heads).permute(2, 0, 3, 1, 4).unbind(0);
        var (q, k, v) = (parts[0], parts[1], parts[2]);                                // each (B, H, N, E)
        if (cache is not null) (k, v) = cache.Append(block, k, v);                     // (B, H, L + N, E)
        var (count, before) = (x.shape[1], k.shape[2] - x.shape[1]);
        // The i-th new token is at place L + i and sees all up to there.
        var mask = before == 0 ? null : ones(count, before + count, dtype: ScalarType.Bool, device: x.device).tril(before);
        var y = F.scaled_dot_product_attention(q, k, v, mask, is_casual: mask is null);
        return proj.call(y.transpose(1, 2).reshape(x.shape));                          // (B, N, D)
    }
}
