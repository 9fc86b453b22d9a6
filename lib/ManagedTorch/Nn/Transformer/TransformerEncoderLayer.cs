using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Self-attention and a network of two layers, each with a residual connection and layer normalisation after it (Vaswani et al. 2017,
/// section 3.1): x = norm1(x + attention(x)); x = norm2(x + linear2(activation(linear1(x)))). (S, N, E) to (S, N, E).
/// </summary>
public sealed class TransformerEncoderLayer
    : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly MultiheadAttention self_attn;
    private readonly Linear linear1;
    private readonly Dropout dropout;
    private readonly Linear linear2;
    private readonly LayerNorm norm1;
    private readonly LayerNorm norm2;
    private readonly Dropout dropout1;
    private readonly Dropout dropout2;

    internal TransformerEncoderLayer(TransformerShape shape) : base(nameof(TransformerEncoderLayer))
    {
        Shape = shape;
        self_attn = nn.MultiheadAttention(shape.Width, shape.Heads, shape.Dropout);
        linear1 = nn.Linear(shape.Width, shape.Hidden);
        dropout = nn.Dropout(shape.Dropout);
        linear2 = nn.Linear(shape.Hidden, shape.Width);
        norm1 = nn.LayerNorm(shape.Width);
        norm2 = nn.LayerNorm(shape.Width);
        dropout1 = nn.Dropout(shape.Dropout);
        dropout2 = nn.Dropout(shape.Dropout);
        RegisterComponents();
    }

    internal TransformerShape Shape { get; }

    /// <summary>Without masks.</summary>
    public override Tensor forward(Tensor src) => Run(src, null, null);

    /// <summary>With a mask (S, S), true for pairs that are left out.</summary>
    public Tensor call(Tensor src, Tensor src_mask) => Run(src, src_mask, null);

    /// <summary>With a mask (S, S) and a mask of the keys (N, S), true for what is left out.</summary>
    public Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask) => Run(src, src_mask, src_key_padding_mask);

    private Tensor Run(Tensor src, Tensor? mask, Tensor? padding)
    {
        Tensor attended = self_attn.call(src, src, src, padding, false, mask).Item1;
        Tensor x = norm1.call(src + dropout1.call(attended));
        Tensor changed = linear2.call(dropout.call(Shape.Activate(linear1.call(x))));
        return norm2.call(x + dropout2.call(changed));
    }
}
