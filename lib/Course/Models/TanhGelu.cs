// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>GELU with tanh in place of the error function (Hendrycks and Gimpel 2016, section 2), as in GPT-2.</summary>
public sealed class TanhGelu : nn.Module<Tensor, Tensor>
{
    /// <summary>An activation without parameters.</summary>
    public TanhGelu() : base(nameof(TanhGelu))
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x) => 0.5 * x * (1 + (Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x.pow(3)))).tanh());
}
