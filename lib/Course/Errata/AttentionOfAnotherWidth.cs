// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>Attention over frame vectors, then a projection to the embedding.</summary>
[Erratum(ErratumKind.Shapes, "Attention of another width than its input",
    Seen = "tutorial code for VideoCLIP",
    Source = "Vaswani et al. 2017, section 3.2.2")]
public class AttentionOfAnotherWidth : Erratum
{
    /// <summary>Numbers in a frame's vector.</summary>
    public const long FrameWidth = 48;

    /// <summary>Numbers in an embedding.</summary>
    public const long EmbeddingWidth = 32;

    /// <summary>The width of the attention.</summary>
    public virtual long AttentionWidth => EmbeddingWidth;

    /// <summary>Frames (B, T, 48) to a clip's vector (B, 32).</summary>
    public Tensor Embed(Tensor frames)
    {
        var attention = new SelfAttention(AttentionWidth, heads: 4);
        var projection = nn.Linear(FrameWidth, EmbeddingWidth);
        return projection.call(attention.call(frames).mean([1L]));
    }

    /// <inheritdoc/>
    protected override void Claim() =>
        Check.Runs(() => Embed(randn(2, 8, FrameWidth)), "eight frames become a clip's vector");
}

/// <summary>Attention as wide as what it reads.</summary>
public sealed class AttentionOfFrameWidth : AttentionOfAnotherWidth
{
    /// <inheritdoc/>
    public override long AttentionWidth => FrameWidth;
}
