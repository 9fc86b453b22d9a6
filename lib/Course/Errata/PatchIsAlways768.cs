// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>ViT-B's projection of flattened patches.</summary>
[Erratum(ErratumKind.Shapes, "A patch is a vector of 768",
    Seen = "tutorial text on ViT",
    Source = "Dosovitskiy et al. 2021, section 3.1 and table 1")]
public class PatchIsAlways768 : Erratum
{
    /// <summary>Numbers in a token of ViT-B.</summary>
    public const long Width = 768;

    /// <summary>Numbers in a flattened patch of P x P pixels in three colours.</summary>
    public virtual long PatchLength(long p) => Width;

    /// <inheritdoc/>
    protected override void Claim()
    {
        foreach (var p in new long[] { 16, 32 })
        {
            var projection = nn.Linear(PatchLength(p), Width);
            Check.Runs(() => projection.call(randn(2, 9, p * p * 3)),
                $"ViT-B/{p} projects its patches");
        }
    }
}

/// <summary>Pixels times colours.</summary>
public sealed class PatchHasItsLength : PatchIsAlways768
{
    /// <inheritdoc/>
    public override long PatchLength(long p) => p * p * 3;
}
