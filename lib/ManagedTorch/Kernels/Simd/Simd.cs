using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ManagedTorch.Kernels;

/// <summary>Which instruction set the kernels use. Tests lower it to cover every path on one machine.</summary>
internal static class Simd
{
    /// <summary>The widest level that this processor runs at full speed.</summary>
    internal static readonly SimdLevel Supported =
        Avx512F.IsSupported && Avx512DQ.IsSupported ? SimdLevel.Avx512
        : Avx2.IsSupported && Fma.IsSupported ? SimdLevel.Avx2
        : Vector128.IsHardwareAccelerated ? SimdLevel.Vector128
        : SimdLevel.Scalar;

    private static SimdLevel level = Supported;

    internal static SimdLevel Level
    {
        get => level;
        set => level = value <= Supported
            ? value
            : throw new NotSupportedException($"This processor runs {Supported}, not {value}.");
    }
}
