using System.Collections.Concurrent;
using System.Numerics;

namespace ManagedTorch.Kernels;

/// <summary>
/// The transform X_k = Σ_j x_j exp(-2πi jk / n) of one length: stages of radix 4, 2 and odd numbers, or a convolution
/// (<see cref="ChirpTransform"/>) when n has a large prime factor. Real and imaginary parts lie in planes of their own.
/// </summary>
internal sealed unsafe class FourierPlan<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int KeptPlans = 32;

    private static readonly ConcurrentDictionary<int, FourierPlan<T>> Plans = new();

    private readonly List<FourierStage<T>> stages = [];
    private readonly ChirpTransform? chirp;

    private FourierPlan(int length)
    {
        Length = length;
        int[] radices = [.. Radices(length)];
        if (radices.Aggregate(1, (product, radix) => product * radix) != length)
        {
            chirp = new ChirpTransform(length);
            return;
        }

        foreach (var radix in radices)
        {
            stages.Add(new FourierStage<T>(length, radix));
            length /= radix;
        }
    }

    public int Length { get; }

    /// <summary>The plan of a length. Plans are kept, for a program uses few lengths many times.</summary>
    public static FourierPlan<T> Of(int length)
    {
        if (Plans.TryGetValue(length, out var plan))
            return plan;
        if (Plans.Count >= KeptPlans)
            Plans.Clear();
        return Plans.GetOrAdd(length, new FourierPlan<T>(length));
    }

    /// <summary>
    /// Transforms <paramref name="lanes"/> sequences, element j of sequence b at j * lanes + b. The result is in the planes returned,
    /// which are either pair; the other pair is overwritten. Swap re and im of both for the inverse transform.
    /// </summary>
    public FourierResult<T> Run(T* re, T* im, T* otherRe, T* otherIm, int lanes)
    {
        if (chirp is not null)
        {
            chirp.Run(re, im, lanes);
            return new(re, im);
        }

        long s = lanes;
        foreach (var stage in stages)
        {
            stage.Run(re, im, otherRe, otherIm, s);
            T* toRe = otherRe, toIm = otherIm;
            otherRe = re;
            otherIm = im;
            re = toRe;
            im = toIm;
            s *= stage.Radix;
        }

        return new(re, im);
    }

    // The factors that have a butterfly; their product is the length unless it has a large prime factor.
    private static IEnumerable<int> Radices(int length)
    {
        for (; length % 4 == 0; length /= 4)
            yield return 4;
        for (; length % 2 == 0; length /= 2)
            yield return 2;
        for (var radix = 3; radix <= FourierStage<T>.LargestRadix; radix += 2)
            for (; length % radix == 0; length /= radix)
                yield return radix;
    }
}
