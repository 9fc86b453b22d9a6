using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the layers of a Transformer have in common.</summary>
internal sealed record TransformerShape(long Width, long Heads, long Hidden, double Dropout, nn.Activations Activation)
{
    internal Tensor Activate(Tensor x) => Activation == nn.Activations.GELU ? nn.functional.gelu(x) : x.relu();
}
