using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Curves;

/// <summary>A CLIP: two towers, a learned temperature, and the symmetric contrastive loss of pictures and captions.</summary>
internal sealed class ContrastivePair : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly VisionTransformer image = new(16);
    private readonly CausalTransformer text = new(16);
    private readonly Parameter logit_scale = new(tensor((float)Math.Log(1 / 0.07)));

    public ContrastivePair() : base(nameof(ContrastivePair)) => RegisterComponents();

    public override Tensor forward(Tensor pictures, Tensor ids)
    {
        Tensor pixels = nn.functional.normalize(image.call(pictures), dim: -1);
        Tensor words = nn.functional.normalize(text.call(ids).select(1, ids.shape[1] - 1), dim: -1);
        Tensor logits = pixels.matmul(words.t()) * logit_scale.exp();
        Tensor pairs = arange(ids.shape[0]);
        return (nn.functional.cross_entropy(logits, pairs) + nn.functional.cross_entropy(logits.t(), pairs)) / 2;
    }
}
