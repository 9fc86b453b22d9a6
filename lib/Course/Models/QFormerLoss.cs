// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>The parts of the three objectives of stage 1 (Li et al. 2023, section 3.2).</summary>
public static class QFormerLoss
{
    /// <summary>Pictures (B, Q, E) against texts (M, E), unit vectors: of a picture's queries the nearest counts. (B, M).</summary>
    public static Tensor Similarity(Tensor queries, Tensor texts) => queries.matmul(texts.T).amax(new[] { 1L });

    /// <summary>Image-text contrast: both cross-entropies of similarities (B, B) over a temperature, with smoothed targets.</summary>
    public static Tensor Contrast(Tensor similarity, Tensor temperature, double smoothing = 0.1)
    {
        var (logits, pairs) = (similarity / temperature, arange(similarity.shape[0], device: similarity.device));
        return (F.cross_entropy(logits, pairs, label_smoothing: smoothing) + F.cross_entropy(logits.T, pairs, label_smoothing: smoothing)) / 2;
    }

    /// <summary>
    /// A wrong partner for each row of logits (B, B), drawn by their softmax without the diagonal: the more alike, the more often. (B).
    /// </summary>
    public static Tensor HardNegatives(Tensor logits)
    {
        using var noGrad = no_grad();
        var self = eye(logits.shape[0], dtype: ScalarType.Bool, device: logits.device);
        return logits.masked_fill(self, double.NegativeInfinity).softmax(1).multinomial(1).squeeze(1);
    }

    /// <summary>Image-text matching: the cross-entropy of scores (3B, 2), B right pairs, then 2B wrong ones.</summary>
    public static Tensor Match(Tensor scores)
    {
        var pairs = scores.shape[0] / 3;
        var labels = cat(new[] { ones(pairs, dtype: ScalarType.Int64), zeros(2 * pairs, dtype: ScalarType.Int64) }).to(scores.device);
        return F.cross_entropy(scores, labels);
    }
}
