// Source: notebooks/04-videoclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Losses of projected videos and texts, (B, E) each, not yet of length 1; row i of one belongs to row i of the other.</summary>
public static class VideoLoss
{
    /// <summary>CLIP's: cosines times the learned scale, the mean of both directions.</summary>
    public static Tensor Clip(VideoClip model, Tensor videos, Tensor texts) =>
        ContrastiveLoss.InfoNce(model.Scale * F.normalize(videos, dim: 1).matmul(F.normalize(texts, dim: 1).T));

    /// <summary>VideoCLIP's: plain inner products, no temperature, the sum of both directions (Xu et al. 2021, equation 1).</summary>
    public static Tensor InnerProduct(VideoClip model, Tensor videos, Tensor texts) => 2 * ContrastiveLoss.InfoNce(videos.matmul(texts.T));

    /// <summary>A popular mixture of both: cosines without a scale.</summary>
    public static Tensor Cosine(VideoClip model, Tensor videos, Tensor texts) =>
        ContrastiveLoss.InfoNce(F.normalize(videos, dim: 1).matmul(F.normalize(texts, dim: 1).T));
}
