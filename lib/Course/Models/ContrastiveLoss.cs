// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Losses of a square matrix of picture-text scores (N, N) whose diagonal holds the true pairs.</summary>
public static class ContrastiveLoss
{
    /// <summary>
    /// CLIP's loss: the mean of two cross-entropies, to find the text of each picture and the picture of each text (Radford et al. 2021,
    /// figure 3; InfoNCE: van den Oord et al. 2018).
    /// </summary>
    public static Tensor InfoNce(Tensor logits)
    {
        RequireSquare(logits);
        var pairs = arange(logits.shape[0], device: logits.device);                    // (N)
        return (F.cross_entropy(logits, pairs) + F.cross_entropy(logits.T, pairs)) / 2;
    }

    /// <summary>The same with pairs of one concept, other than the diagonal, left out: they are no negatives.</summary>
    /// <param name="logits">Scaled cosines, (N, N).</param>
    /// <param name="concepts">What each pair shows, (N).</param>
    public static Tensor InfoNce(Tensor logits, Tensor concepts)
    {
        RequireSquare(logits);
        var same = concepts.unsqueeze(1) == concepts.unsqueeze(0);                     // (N, N)
        var self = eye(logits.shape[0], dtype: ScalarType.Bool, device: logits.device);
        return InfoNce(logits.masked_fill(same & ~self, double.NegativeInfinity));
    }

    /// <summary>
    /// SigLIP's loss: each of the N² pairs is a question of its own, a match or not (Zhai et al. 2023, section 3.2). Summed over a row,
    /// averaged over rows.
    /// </summary>
    /// <param name="logits">Scaled cosines plus a learned bias, (N, N). The paper begins with a scale of 10 and a bias of -10.</param>
    public static Tensor SigLip(Tensor logits)
    {
        RequireSquare(logits);
        var sign = (2 * eye(logits.shape[0], device: logits.device)) - 1;              // (N, N) 1 on the diagonal, else -1
        return -F.logsigmoid(sign * logits).sum() / logits.shape[0];
    }

    private static void RequireSquare(Tensor logits)
    {
        if (logits.dim() != 2 || logits.shape[0] != logits.shape[1])
            throw new ArgumentException(
                $"A contrastive loss compares N pictures with N texts: scores (N, N), not ({string.Join(", ", logits.shape)}). " +
                "Does each text have one vector?");
    }
}
