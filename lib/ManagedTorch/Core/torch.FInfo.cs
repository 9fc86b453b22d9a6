using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a floating-point type.</summary>
    public struct FInfo
    {
        /// <summary>The bits of a number.</summary>
        public int bits;

        /// <summary>The distance from 1 to the next larger number.</summary>
        public double eps;

        /// <summary>The largest number.</summary>
        public double max;

        /// <summary>The smallest number, -<see cref="max"/>.</summary>
        public double min;

        /// <summary>The smallest positive number of full precision.</summary>
        public double tiny;

        /// <summary>The same as <see cref="tiny"/>.</summary>
        public double smallest_normal;

        /// <summary>The power of ten below which decimal digits are lost.</summary>
        public double resolution;
    }

    /// <summary>The limits of the default element type.</summary>
    public static FInfo finfo() => finfo(get_default_dtype());

    /// <summary>The limits of a floating-point type; a complex type has those of its parts.</summary>
    /// <exception cref="ArgumentException">The type holds no floating-point numbers.</exception>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float32 => Limits(32, 1.1920928955078125e-07, 3.4028234663852886e+38, 1.1754943508222875e-38, 1e-06),
        ScalarType.Float64 => Limits(64, 2.220446049250313e-16, double.MaxValue, 2.2250738585072014e-308, 1e-15),
        ScalarType.Float16 => Limits(16, 0.0009765625, 65504, 6.103515625e-05, 0.001),
        ScalarType.BFloat16 => Limits(16, 0.0078125, 3.3895313892515355e+38, 1.1754943508222875e-38, 0.01),
        _ when DTypes.IsComplex(dtype) => finfo(DTypes.PartOf(dtype)),
        _ => throw new ArgumentException($"finfo: {dtype} is no floating-point type.", nameof(dtype)),
    };

    private static FInfo Limits(int bits, double eps, double max, double tiny, double resolution) =>
        new() { bits = bits, eps = eps, max = max, min = -max, tiny = tiny, smallest_normal = tiny, resolution = resolution };
}
