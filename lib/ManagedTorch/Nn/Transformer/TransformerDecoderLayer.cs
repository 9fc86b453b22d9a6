using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Self-attention, attention to the memory, and a network of two layers, each with a residual connection and layer normalisation after
/// it (Vaswani et al. 2017, section 3.1). Targets (T, N, E) and memory (S, N, E) to (T, N, E).
/// </summary>
public sealed class TransformerDecoderLayer
    : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly MultiheadAttention self_attn;
    private readonly MultiheadAttention multihead_attn;
    private readonly Linear linear1;
    private readonly Dropout dropout;
    private readonly Linear linear2;
    private readonly LayerNorm norm1;
    private readonly LayerNorm norm2;
    private readonly LayerNorm norm3;
    private readonly Dropout dropout1;
    private readonly Dropout dropout2;
    private readonly Dropout dropout3;

    internal TransformerDecoderLayer(TransformerShape shape) : base(nameof(TransformerDecoderLayer))
    {
        Shape = shape;
        self_attn = nn.MultiheadAttention(shape.Width, shape.Heads, shape.Dropout);
        multihead_attn = nn.MultiheadAttention(shape.Width, shape.Heads, shape.Dropout);
        linear1 = nn.Linear(shape.Width, shape.Hidden);
        dropout = nn.Dropout(shape.Dropout);
        linear2 = nn.Linear(shape.Hidden, shape.Width);
        norm1 = nn.LayerNorm(shape.Width);
        norm2 = nn.LayerNorm(shape.Width);
        norm3 = nn.LayerNorm(shape.Width);
        dropout1 = nn.Dropout(shape.Dropout);
        dropout2 = nn.Dropout(shape.Dropout);
        dropout3 = nn.Dropout(shape.Dropout);
        RegisterComponents();
    }

    internal TransformerShape Shape { get; }

    /// <summary>Without masks.</summary>
    public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null!, null!, null!, null!);

    /// <summary>With masks (T, T), (T, S), (N, T) and (N, S), true for what is left out.</summary>
    public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
        Tensor? memory_key_padding_mask = null) =>
        base.call(tgt, memory, tgt_mask!, memory_mask!, tgt_key_padding_mask!, memory_key_padding_mask!);

    /// <summary>See <see cref="call(Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)"/>.</summary>
    public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask, Tensor? tgt_key_padding_mask,
        Tensor? memory_key_padding_mask)
    {
        Tensor own = self_attn.call(tgt, tgt, tgt, tgt_key_padding_mask, false, tgt_mask).Item1;
        Tensor x = norm1.call(tgt + dropout1.call(own));
        Tensor read = multihead_attn.call(x, memory, memory, memory_key_padding_mask, false, memory_mask).Item1;
        x = norm2.call(x + dropout2.call(read));
        Tensor changed = linear2.call(dropout.call(Shape.Activate(linear1.call(x))));
        return norm3.call(x + dropout3.call(changed));
    }
}
