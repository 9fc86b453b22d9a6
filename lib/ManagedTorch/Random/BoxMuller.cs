using System.Runtime.Intrinsics;

namespace ManagedTorch.Randomness;

/// <summary>
/// The Box-Muller transform in batches of 16: eight pairs of uniform numbers, the first of each pair in the lower half of the
/// batch and the second in the upper half, become sixteen normal ones in place.
/// </summary>
internal static class BoxMuller
{
    internal const int BatchLength = 16;
    private const int PairCount = BatchLength / 2;

    internal static void Transform(Span<float> batch, float mean, float std)
    {
        Vector256<float> first = Vector256.Create(batch[..PairCount]);
        Vector256<float> second = Vector256.Create(batch.Slice(PairCount, PairCount));
        // 1 - u lies in (0, 1], where the logarithm is finite
        Vector256<float> radius = Vector256.Sqrt(-2f * Vector256.Log(Vector256<float>.One - first));
        (Vector256<float> sine, Vector256<float> cosine) = Vector256.SinCos(second * (2f * MathF.PI));
        Vector256<float> scale = Vector256.Create(std);
        Vector256<float> centre = Vector256.Create(mean);
        Vector256.FusedMultiplyAdd(radius * cosine, scale, centre).CopyTo(batch);
        Vector256.FusedMultiplyAdd(radius * sine, scale, centre).CopyTo(batch[PairCount..]);
    }

    internal static void Transform(Span<double> batch, double mean, double std)
    {
        for (int i = 0; i < PairCount; i++)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - batch[i]));
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * batch[i + PairCount]);
            batch[i] = radius * cosine * std + mean;
            batch[i + PairCount] = radius * sine * std + mean;
        }
    }
}
