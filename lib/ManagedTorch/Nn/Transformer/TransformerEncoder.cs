using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Encoder layers one after the other: (S, N, E) to (S, N, E). As in PyTorch all layers begin as copies of one.</summary>
public sealed class TransformerEncoder
    : nn.Module<Tensor, Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
{
    private readonly ModuleList<TransformerEncoderLayer> layers;
    private readonly LayerNorm? norm;

    internal TransformerEncoder(TransformerEncoderLayer layer, long count, LayerNorm? norm = null) : base(nameof(TransformerEncoder))
    {
        layers = TransformerLayers.Copies(layer, () => new TransformerEncoderLayer(layer.Shape), count);
        this.norm = norm;
        RegisterComponents();
    }

    /// <summary>The function between the two linear layers.</summary>
    public enum Activations
    {
        /// <summary>max(0, x).</summary>
        ReLU = 0,

        /// <summary>x times the probability that a normal number is below x.</summary>
        GELU = 1,
    }

    /// <summary>Without masks.</summary>
    public Tensor call(Tensor src) => base.call(src, null!, null!);

    /// <summary>With a mask (S, S), true for pairs that are left out.</summary>
    public Tensor call(Tensor src, Tensor? src_mask) => base.call(src, src_mask!, null!);

    /// <summary>With a mask (S, S) and a mask of the keys (N, S), true for what is left out.</summary>
    public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        foreach (TransformerEncoderLayer layer in layers)
        {
            src = layer.call(src, src_mask, src_key_padding_mask);
        }
        return norm is null ? src : norm.call(src);
    }
}
