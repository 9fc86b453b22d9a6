// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// AudioCLIP's loss (Guzhov et al. 2022): the mean of CLIP's symmetric loss over the pairs of modalities, that is of six cross-entropies
/// when all three are compared.
/// </summary>
public static class TriModalLoss
{
    /// <summary>The mean over the chosen pairs; row i of each of the three belongs together.</summary>
    /// <param name="images">Unit vectors, (N, E).</param>
    /// <param name="texts">Unit vectors, (N, E).</param>
    /// <param name="sounds">Unit vectors, (N, E).</param>
    /// <param name="scales">What cosines are multiplied by: image-text, audio-image, audio-text.</param>
    /// <param name="pairs">The pairs that are compared; all three unless given.</param>
    /// <exception cref="ArgumentException">A modality has no single vector for each item, or there are no pairs.</exception>
    public static Tensor Of(Tensor images, Tensor texts, Tensor sounds, (Tensor ImageText, Tensor AudioImage, Tensor AudioText) scales,
        ModalityPairs pairs = ModalityPairs.All)
    {
        foreach (var (name, vectors) in new[] { ("pictures", images), ("texts", texts), ("sounds", sounds) })
            if (vectors.dim() != 2)
                throw new ArgumentException(
                    $"The {name} have shape ({string.Join(", ", vectors.shape)}): one vector for each is needed, (N, E). " +
                    "Pool the tokens first.");
        var losses = new List<Tensor>();
        if (pairs.HasFlag(ModalityPairs.ImageText)) losses.Add(ContrastiveLoss.InfoNce(scales.ImageText * images.matmul(texts.T)));
        if (pairs.HasFlag(ModalityPairs.AudioImage)) losses.Add(ContrastiveLoss.InfoNce(scales.AudioImage * sounds.matmul(images.T)));
        if (pairs.HasFlag(ModalityPairs.AudioText)) losses.Add(ContrastiveLoss.InfoNce(scales.AudioText * sounds.matmul(texts.T)));
        if (losses.Count == 0) throw new ArgumentException("No pair of modalities is compared.", nameof(pairs));
        return stack(losses).mean();
    }
}
