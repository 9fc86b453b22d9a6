using System.Numerics;

namespace ManagedTorch.Kernels;

/// <summary>Room for interleaved sequences as planes of real and imaginary parts, and for the stages to write to.</summary>
internal readonly unsafe struct FourierPlanes<T>(T* memory, long count) where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* Re { get; } = memory;

    public T* Im { get; } = memory + count;

    private readonly T* otherRe = memory + (2 * count);

    private readonly T* otherIm = memory + (3 * count);

    /// <summary>Transforms the planes and returns where the result lies.</summary>
    public FourierResult<T> Transform(FourierPlan<T> plan, int lanes, bool inverse)
    {
        // With real and imaginary part exchanged, before and after, the same sums run backwards.
        var (re, im) = inverse ? plan.Run(Im, Re, otherIm, otherRe, lanes) : plan.Run(Re, Im, otherRe, otherIm, lanes);
        return inverse ? new(im, re) : new(re, im);
    }
}
