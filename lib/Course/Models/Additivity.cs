// Source: notebooks/09-fusion.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Does a model let its modalities interact?</summary>
public static class Additivity
{
    /// <summary>
    /// The second difference f(x) - f(x with m changed) - f(x with n changed) + f(x with both changed), (B, K). Zero for every model that
    /// adds up what the modalities m and n say.
    /// </summary>
    /// <param name="f">Vectors (B, M, E) to logits (B, K).</param>
    /// <param name="values">Vectors, (B, M, E).</param>
    /// <param name="others">Other vectors to change to, of the same shape.</param>
    /// <param name="m">One modality.</param>
    /// <param name="n">Another one.</param>
    public static Tensor SecondDifference(Func<Tensor, Tensor> f, Tensor values, Tensor others, int m, int n)
    {
        Tensor Changed(params int[] which) => stack(
            Enumerable.Range(0, (int)values.shape[1]).Select(i => (which.Contains(i) ? others : values)[.., i]).ToArray(), 1);
        return f(values) - f(Changed(m)) - f(Changed(n)) + f(Changed(m, n));
    }
}
