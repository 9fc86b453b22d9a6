// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The block of a ViT.</summary>
[Erratum(ErratumKind.Normalisation, "A ViT with the norms of 2017",
    Seen = "tutorial code for ViT",
    Source = "Dosovitskiy et al. 2021, equations 2 and 3")]
public class PostNormInVit : Erratum
{
    /// <summary>A block of width 16.</summary>
    public virtual nn.Module<Tensor, Tensor> Block() => new PostNormBlock(16, 2, eps: 1e-6);

    /// <inheritdoc/>
    protected override void Claim()
    {
        var block = Block();
        foreach (var (name, parameter) in block.named_parameters())
            if (name.Contains("proj") || name.Contains("fc2"))
                nn.init.zeros_(parameter);
        var x = 3 * randn(1, 5, 16);
        Check.AllClose(block.call(x), x, "a block whose branches are silent passes its input on");
    }
}

/// <summary>The pre-norm block of chapter 1.</summary>
public sealed class PreNormInVit : PostNormInVit
{
    /// <inheritdoc/>
    public override nn.Module<Tensor, Tensor> Block() => new TransformerBlock(16, 2);
}
