// Source: notebooks/01-attention.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Multi-head self-attention (Vaswani et al. 2017, section 3.2): (B, N, D) to (B, N, D).</summary>
public sealed class SelfAttention : Module<Tensor, Tensor>
{
    private readonly long heads;
    private readonly bool causal;
    private readonly Linear qkv, proj;

    /// <summary>Attention of a width D over a number of heads that divides it.</summary>
    /// <param name="width">D, the length of a token.</param>
    /// <param name="heads">H; each head works on D / H columns.</param>
    /// <param name="causal">True: no token sees a later one.</param>
    /// <exception cref="ArgumentException">The heads do not divide the width.</exception>
    public SelfAttention(long width, long heads, bool causal = false) : base(nameof(SelfAttention))
    {
        if (heads < 1 || width % heads != 0)
            throw new ArgumentException($"a width of {width} cannot be shared equally by {heads} heads");
        (this.heads, this.causal) = (heads, causal);
        qkv = Linear(width, 3 * width);
        proj = Linear(width, width);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x) => forward(x, null);

    /// <summary>Attention of the allowed pairs only.</summary>
    /// <param name="x">Tokens, (B, N, D).</param>
    /// <param name="mask">True = may attend; broadcast to (B, H, N, N). It adds to the causal order.</param>
    public Tensor forward(Tensor x, Tensor? mask)
    {
        var (q, k, v) = Split(x);                                                    // each (B, H, N, E)
        var y = F.scaled_dot_product_attention(q, k, v, Allowed(mask, x), is_casual: causal && mask is null);
        return proj.call(y.transpose(1, 2).reshape(x.shape));                        // (B, N, D)
    }

    /// <summary>The attention weights, (B, H, N, N); each row sums to 1.</summary>
    public Tensor Weights(Tensor x, Tensor? mask = null)
    {
        var (q, k, _) = Split(x);
        var scores = matmul(q, k.transpose(-2, -1)) / Math.Sqrt(q.shape[^1]);        // (B, H, N, N)
        if (causal) mask = Allowed(mask ?? ones(1, dtype: ScalarType.Bool, device: x.device), x);
        return (mask is null ? scores : scores.masked_fill(~mask, double.NegativeInfinity)).softmax(-1);
    }

    private (Tensor Q, Tensor K, Tensor V) Split(Tensor x)
    {
        var parts = qkv.call(x).view(x.shape[0], x.shape[1], 3, heads, x.shape[2] / heads).permute(2, 0, 3, 1, 4).unbind(0);
        return (parts[0], parts[1], parts[2]);                                       // each (B, H, N, E)
    }

    private Tensor? Allowed(Tensor? mask, Tensor x) => causal && mask is not null
        ? mask & ones(x.shape[1], x.shape[1], dtype: ScalarType.Bool, device: x.device).tril()
        : mask;
}
