using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Decoder layers one after the other: (T, N, E) to (T, N, E). As in PyTorch all layers begin as copies of one.</summary>
public sealed class TransformerDecoder : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>
{
    private readonly ModuleList<TransformerDecoderLayer> layers;
    private readonly LayerNorm? norm;

    internal TransformerDecoder(TransformerDecoderLayer layer, long count, LayerNorm? norm = null) : base(nameof(TransformerDecoder))
    {
        layers = TransformerLayers.Copies(layer, () => new TransformerDecoderLayer(layer.Shape), count);
        this.norm = norm;
        RegisterComponents();
    }

    /// <summary>Without masks.</summary>
    public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null!, null!, null!, null!);

    /// <summary>With masks (T, T), (T, S), (N, T) and (N, S), true for what is left out.</summary>
    public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
        Tensor? memory_key_padding_mask = null) =>
        base.call(tgt, memory, tgt_mask!, memory_mask!, tgt_key_padding_mask!, memory_key_padding_mask!);

    /// <summary>See <see cref="call(Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)"/>.</summary>
    public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null,
        Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
    {
        foreach (TransformerDecoderLayer layer in layers)
        {
            tgt = layer.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        }
        return norm is null ? tgt : norm.call(tgt);
    }
}
