// Source: notebooks/04-videoclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Clips that are hard to tell apart: VideoCLIP's retrieval-augmented training (Xu et al. 2021, section 3.3).</summary>
public static class HardNegatives
{
    /// <summary>The <paramref name="count"/> nearest of each clip, itself the first.</summary>
    /// <param name="places">Where the clips lie, (N, E): in the paper the mean of a video's vectors and its texts'.</param>
    /// <param name="count">How many, at most N.</param>
    public static int[][] Mine(Tensor places, int count)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var self = eye(places.shape[0], dtype: ScalarType.Bool, device: places.device);
        var scores = places.matmul(places.T).masked_fill(self, double.PositiveInfinity);                    // (N, N)
        var nearest = scores.topk(count, 1).indexes.to(CPU).data<long>().ToArray();
        return [.. nearest.Chunk(count).Select(row => Array.ConvertAll(row, i => (int)i))];
    }
}
