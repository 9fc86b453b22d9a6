// Source: notebooks/04-videoclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Zero-shot classification by captions of which several parts vary: the probability of an action is that of all captions with it together,
/// whoever acts and wherever it faces.
/// </summary>
public sealed class CaptionGrid
{
    private readonly Tensor captions;
    private readonly long[] counts;

    private CaptionGrid(Tensor captions, long[] counts) => (this.captions, this.counts) = (captions, counts);

    /// <summary>All captions of the creatures, phrases and directions, as <see cref="VideoCaptions"/> writes them.</summary>
    public static CaptionGrid Of(VideoClip model, BytePairTokenizer tokenizer,
        IReadOnlyList<string> creatures, IReadOnlyList<string> phrases, IReadOnlyList<string> directions)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var texts =
            from creature in creatures
            from phrase in phrases
            from direction in directions
            select VideoCaptions.Write(creature, phrase, direction);
        var parts = texts.Chunk(256).Select(part =>
        {
            using var partScope = NewDisposeScope();                                          // gives the part's memory back at once
            var tokens = tokenizer.Batch(part, model.Config.Clip.ContextLength).to(model.LogScale.device);
            return model.EmbedTexts(tokens).MoveToOuterDisposeScope();
        });
        var counts = new long[] { creatures.Count, phrases.Count, directions.Count };
        return new CaptionGrid(cat(parts.ToArray()).DetachFromDisposeScope(), counts);
    }

    /// <summary>
    /// The probabilities of creatures (B, C), phrases (B, P) and directions (B, D) for clips (B, E).
    /// </summary>
    /// <param name="videos">Unit vectors.</param>
    /// <param name="scale">What the cosines are multiplied by before the softmax.</param>
    public (Tensor Creatures, Tensor Phrases, Tensor Directions) Probabilities(Tensor videos, double scale)
    {
        var all = (scale * videos.matmul(captions.T)).softmax(1).view(-1, counts[0], counts[1], counts[2]); // (B, C, P, D)
        return (all.sum(new[] { 2L, 3L }), all.sum(new[] { 1L, 3L }), all.sum(new[] { 1L, 2L }));
    }
}
