// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A layer that lets pictures into a language model.</summary>
[Erratum(ErratumKind.Masks, "Cross-attention the wrong way round",
    Seen = "tutorial text on Flamingo and BLIP",
    Source = "Alayrac et al. 2022, section 2.2; Li et al. 2022 (BLIP), section 3.1")]
public class PicturesAskText : Erratum
{
    /// <summary>Words (B, T, D) and patches (B, N, D), both after the layer.</summary>
    public virtual (Tensor Words, Tensor Patches) Fuse(CrossAttention attention, Tensor words, Tensor patches) =>
        (words, patches + attention.call(patches, words));

    /// <inheritdoc/>
    protected override void Claim()
    {
        var attention = new CrossAttention(16, 16, 2);
        Tensor words = randn(1, 5, 16), patches = randn(1, 4, 16);
        Check.True(Influence.Of(x => Fuse(attention, words, x).Words, patches).All(.., ..),
            "each word sees each patch");
        Check.True(!Influence.Of(x => Fuse(attention, x, patches).Patches, words).Any(.., ..),
            "no patch sees a word");
    }
}

/// <summary>The words are the queries.</summary>
public sealed class TextAsksPictures : PicturesAskText
{
    /// <inheritdoc/>
    public override (Tensor Words, Tensor Patches) Fuse(CrossAttention attention, Tensor words, Tensor patches) =>
        (words + attention.call(words, patches), patches);
}
