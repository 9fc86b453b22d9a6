// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>The loss of a language model on padded texts: each token is to be told from those before it.</summary>
public static class LanguageLoss
{
    private const long Ignored = -100;

    /// <summary>True for what belongs to a text, false for the padding after its end: (B, T) to (B, T).</summary>
    public static Tensor Real(Tensor tokens, long end)
    {
        var ends = tokens.eq(end).to(ScalarType.Int64);
        return (ends.cumsum(1) - ends).eq(0);                                          // no end before this place
    }

    /// <summary>What comes after each token: (B, T) to (B, T - 1), -100 where that is padding.</summary>
    public static Tensor Targets(Tensor tokens, long end)
    {
        var next = tokens.narrow(1, 1, tokens.shape[1] - 1);
        return next.masked_fill(~Real(tokens, end).narrow(1, 1, next.shape[1]), Ignored);
    }

    /// <summary>The mean cross-entropy in nats of scores (B, T - 1, V) and <see cref="Targets"/>.</summary>
    /// <param name="scores">The scores of the token after each but the last.</param>
    /// <param name="targets">(B, T - 1).</param>
    /// <param name="smoothing">The share of the target that is spread over all tokens.</param>
    public static Tensor Mean(Tensor scores, Tensor targets, double smoothing = 0) =>
        F.cross_entropy(scores.flatten(0, 1), targets.flatten(), ignore_index: Ignored, label_smoothing: smoothing);

    /// <summary>The sum over each text, (B).</summary>
    public static Tensor OfEach(Tensor scores, Tensor targets) => F.cross_entropy(
        scores.transpose(1, 2), targets, ignore_index: Ignored, reduction: nn.Reduction.None).sum(1);
}
