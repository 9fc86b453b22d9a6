using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Attention in several heads (Vaswani et al. 2017, section 3.2.2): concat(head_1 .. head_h) Wo with
/// head_i = softmax(Q Wq_i (K Wk_i)^T / sqrt(d)) V Wv_i.
/// </summary>
/// <remarks>
/// The sequence comes first: queries (L, N, E), keys (S, N, kdim), values (S, N, vdim); without a batch (L, E) and so on. In a mask of
/// truth values true means "is left out", the opposite of scaled_dot_product_attention; numbers are added to the scores.
/// </remarks>
public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor, bool, Tensor, Tuple<Tensor, Tensor>>
{
    private readonly long _width;
    private readonly long _heads;
    private readonly double _dropout;
    private readonly bool _addsZero;
    private readonly bool _hasOneWidth;

    internal MultiheadAttention(long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn,
        long? kdim, long? vdim) : base(nameof(MultiheadAttention))
    {
        if (num_heads < 1 || embedded_dim % num_heads != 0)
        {
            throw new ArgumentException($"MultiheadAttention: the width {embedded_dim} is not divisible by {num_heads} heads");
        }
        _width = embedded_dim;
        _heads = num_heads;
        _dropout = dropout;
        _addsZero = add_zero_attn;
        (long keyWidth, long valueWidth) = (kdim ?? embedded_dim, vdim ?? embedded_dim);
        _hasOneWidth = keyWidth == embedded_dim && valueWidth == embedded_dim;
        if (_hasOneWidth)
        {
            Add("in_proj_weight", 3 * embedded_dim, embedded_dim);
        }
        else
        {
            Add("q_proj_weight", embedded_dim, embedded_dim);
            Add("k_proj_weight", embedded_dim, keyWidth);
            Add("v_proj_weight", embedded_dim, valueWidth);
        }
        if (bias)
        {
            Add("in_proj_bias", 3 * embedded_dim);
        }
        Linear output = nn.Linear(embedded_dim, embedded_dim, bias);
        register_module("out_proj", output);
        if (add_bias_kv)
        {
            Add("bias_k", 1, 1, embedded_dim);
            Add("bias_v", 1, 1, embedded_dim);
        }
        Initialize(output);
    }

    /// <summary>Attends; the masks and the flag may be left out.</summary>
    /// <param name="query">Shape (L, N, E).</param>
    /// <param name="key">Shape (S, N, kdim).</param>
    /// <param name="value">Shape (S, N, vdim).</param>
    /// <param name="key_padding_mask">Shape (N, S): true for keys that are left out, or numbers that are added.</param>
    /// <param name="need_weights">Whether to return the weights, which costs the faster way.</param>
    /// <param name="attn_mask">Shape (L, S) or (N heads, L, S): true for pairs that are left out, or numbers that are added.</param>
    /// <returns>The result (L, N, E), and the weights (N, L, S), the mean over the heads, or null.</returns>
    public new Tuple<Tensor, Tensor?> call(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null,
        bool need_weights = true, Tensor? attn_mask = null) =>
        base.call(query, key, value, key_padding_mask!, need_weights, attn_mask!)!;

    /// <summary>See <see cref="call"/>.</summary>
    public override Tuple<Tensor, Tensor> forward(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        Check(query, key, value);
        if (query.ndim == 2)
        {
            (Tensor one, Tensor? oneWeights) = forward(query.unsqueeze(1), key.unsqueeze(1), value.unsqueeze(1),
                key_padding_mask?.unsqueeze(0), need_weights, attn_mask);
            return Tuple.Create(one.squeeze(1), oneWeights?.squeeze(0)!);
        }
        (Tensor q, Tensor k, Tensor v) = Project(query, key, value);
        (long length, long batch) = (query.shape[0], query.shape[1]);
        Tensor? mask = AttentionMasks.Join(attn_mask, key_padding_mask, batch, _heads, length, key.shape[0], query.dtype);
        if (get_parameter("bias_k") is { } biasK)
        {
            k = cat([k, biasK.expand(1, batch, _width)]);
            v = cat([v, get_parameter("bias_v")!.expand(1, batch, _width)]);
            mask = AttentionMasks.WithOneMoreKey(mask);
        }
        if (_addsZero)
        {
            k = cat([k, k.new_zeros([1, batch, _width])]);
            v = cat([v, v.new_zeros([1, batch, _width])]);
            mask = AttentionMasks.WithOneMoreKey(mask);
        }
        (q, k, v) = (Split(q), Split(k), Split(v));
        double drop = training ? _dropout : 0;
        Tensor? weights = need_weights ? Weights(q, k, mask, drop) : null;
        Tensor mixed = weights is null
            ? nn.functional.scaled_dot_product_attention(q, k, v, mask, drop)
            : weights.matmul(v); // (N, heads, L, d)
        Tensor result = mixed.permute(2, 0, 1, 3).reshape(length, batch, _width);
        return Tuple.Create(((Linear)_internal_submodules["out_proj"]).call(result), weights?.mean([1L])!);
    }

    private static Tensor Weights(Tensor q, Tensor k, Tensor? mask, double drop)
    {
        Tensor scores = (q / Math.Sqrt(q.shape[^1])).matmul(k.transpose(-2, -1));
        return nn.functional.dropout((mask is null ? scores : scores + mask).softmax(-1), drop);
    }

    private void Check(Tensor query, Tensor key, Tensor value)
    {
        if (query.ndim is not (2 or 3) || key.ndim != query.ndim || value.ndim != query.ndim || key.shape[0] != value.shape[0] ||
            query.shape[^1] != _width || (query.ndim == 3 && (key.shape[1] != query.shape[1] || value.shape[1] != query.shape[1])))
        {
            throw new ArgumentException("MultiheadAttention: expects queries (L, N, E), keys (S, N, kdim) and values (S, N, vdim) with " +
                $"E = {_width}, got [{string.Join(", ", query.shape)}], [{string.Join(", ", key.shape)}] and " +
                $"[{string.Join(", ", value.shape)}]");
        }
    }

    private (Tensor Q, Tensor K, Tensor V) Project(Tensor query, Tensor key, Tensor value)
    {
        Parameter? bias = get_parameter("in_proj_bias");
        if (_hasOneWidth && ReferenceEquals(query, key) && ReferenceEquals(key, value))
        {
            Tensor[] all = nn.functional.linear(query, get_parameter("in_proj_weight")!, bias).chunk(3, -1);
            return (all[0], all[1], all[2]);
        }
        Tensor[] biases = bias is null ? [null!, null!, null!] : bias.chunk(3);
        Tensor[] weights = _hasOneWidth
            ? get_parameter("in_proj_weight")!.chunk(3)
            : [get_parameter("q_proj_weight")!, get_parameter("k_proj_weight")!, get_parameter("v_proj_weight")!];
        return (nn.functional.linear(query, weights[0], biases[0]), nn.functional.linear(key, weights[1], biases[1]),
            nn.functional.linear(value, weights[2], biases[2]));
    }

    // (T, N, E) to (N, heads, T, E / heads).
    private Tensor Split(Tensor x) => x.reshape(x.shape[0], x.shape[1], _heads, _width / _heads).permute(1, 2, 0, 3);

    private void Add(string component, params long[] shape) => register_parameter(component, new Parameter(empty(shape)));

    private void Initialize(Linear output)
    {
        foreach ((string component, Parameter parameter) in named_parameters(recurse: false))
        {
            if (component.EndsWith("_weight", StringComparison.Ordinal))
            {
                nn.init.xavier_uniform_(parameter);
            }
            else if (component == "in_proj_bias")
            {
                nn.init.zeros_(parameter);
            }
            else
            {
                nn.init.xavier_normal_(parameter);
            }
        }
        if (output.bias is { } bias)
        {
            nn.init.zeros_(bias);
        }
    }
}
