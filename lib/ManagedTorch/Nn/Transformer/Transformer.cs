using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Encoder and decoder, each with a layer normalisation at its end (Vaswani et al. 2017). Sources (S, N, E) and targets (T, N, E) to
/// (T, N, E).
/// </summary>
public sealed class Transformer : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly TransformerEncoder encoder;
    private readonly TransformerDecoder decoder;

    internal Transformer(TransformerShape shape, long encoderLayers, long decoderLayers) : base(nameof(Transformer))
    {
        encoder = new TransformerEncoder(new TransformerEncoderLayer(shape), encoderLayers, nn.LayerNorm(shape.Width));
        decoder = new TransformerDecoder(new TransformerDecoderLayer(shape), decoderLayers, nn.LayerNorm(shape.Width));
        RegisterComponents();
        foreach (Parameter parameter in parameters().Where(p => p.ndim > 1))
        {
            nn.init.xavier_uniform_(parameter);
        }
    }

    /// <summary>Without masks.</summary>
    public override Tensor forward(Tensor src, Tensor tgt) => decoder.call(tgt, encoder.call(src));

    /// <summary>With masks (S, S), (T, T), (T, S), (N, S), (N, T) and (N, S), true for what is left out.</summary>
    public Tensor call(Tensor src, Tensor tgt, Tensor? src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null,
        Tensor? src_key_padding_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
    {
        Tensor memory = encoder.call(src, src_mask!, src_key_padding_mask!);
        return decoder.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
    }
}
