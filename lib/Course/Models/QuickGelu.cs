// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>x σ(1.702 x): the approximation of GELU (Hendrycks and Gimpel 2016) that OpenAI's CLIP models were trained with.</summary>
public sealed class QuickGelu : nn.Module<Tensor, Tensor>
{
    /// <summary>An activation without parameters.</summary>
    public QuickGelu() : base(nameof(QuickGelu))
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x) => x * (1.702 * x).sigmoid();
}
