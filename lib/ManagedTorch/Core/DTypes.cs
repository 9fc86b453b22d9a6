using System.Numerics;
using static TorchSharp.torch;

namespace ManagedTorch.Core;

/// <summary>Sizes and promotion rules of element types.</summary>
internal static class DTypes
{
    public static int SizeOf(ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        _ => throw Unsupported(type),
    };

    public static ScalarType Of<T>() where T : unmanaged =>
        typeof(T) == typeof(float) ? ScalarType.Float32 :
        typeof(T) == typeof(double) ? ScalarType.Float64 :
        typeof(T) == typeof(long) ? ScalarType.Int64 :
        typeof(T) == typeof(int) ? ScalarType.Int32 :
        typeof(T) == typeof(short) ? ScalarType.Int16 :
        typeof(T) == typeof(sbyte) ? ScalarType.Int8 :
        typeof(T) == typeof(bool) ? ScalarType.Bool :
        typeof(T) == typeof(byte) ? ScalarType.Byte :
        typeof(T) == typeof(Half) ? ScalarType.Float16 :
        typeof(T) == typeof(BFloat16) ? ScalarType.BFloat16 :
        typeof(T) == typeof((float, float)) ? ScalarType.ComplexFloat32 :
        typeof(T) == typeof(Complex) ? ScalarType.ComplexFloat64 :
        throw new NotSupportedException($"Elements of type {typeof(T).Name} are not supported by the embedded engine; " +
            "use float, double, Half, int, long, short, sbyte, byte, bool, (float, float) or Complex.");

    public static bool IsFloating(ScalarType type) => type is ScalarType.Float32 or ScalarType.Float64 || IsReduced(type);

    /// <summary>True for the 16-bit floats: they are stored so, and computed with as Float32.</summary>
    public static bool IsReduced(ScalarType type) => type is ScalarType.Float16 or ScalarType.BFloat16;

    public static bool IsIntegral(ScalarType type) =>
        type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64;

    public static bool IsComplex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <summary>The type of the real and the imaginary part.</summary>
    public static ScalarType PartOf(ScalarType complex) =>
        complex == ScalarType.ComplexFloat32 ? ScalarType.Float32 : ScalarType.Float64;

    /// <summary>The complex type with parts of a floating-point type.</summary>
    public static ScalarType ComplexOf(ScalarType part) =>
        part == ScalarType.Float64 ? ScalarType.ComplexFloat64 : ScalarType.ComplexFloat32;

    /// <summary>PyTorch's promotion: the category (bool, integer, floating, complex) decides first, then the width.</summary>
    public static ScalarType Promote(ScalarType a, ScalarType b)
    {
        if (a == b)
            return a;
        var (low, high) = Rank(a) <= Rank(b) ? (a, b) : (b, a);
        return (low, high) switch
        {
            // Neither holds all values of the other.
            (ScalarType.Byte, ScalarType.Int8) => ScalarType.Int16,
            (ScalarType.Float16, ScalarType.BFloat16) => ScalarType.Float32,
            (ScalarType.Float64, ScalarType.ComplexFloat32) => ScalarType.ComplexFloat64,
            _ => high,
        };
    }

    /// <summary>The type of a result that is never an integer, such as a mean or a square root.</summary>
    public static ScalarType ToFloating(ScalarType type) => IsFloating(type) || IsComplex(type) ? type : get_default_dtype();

    /// <summary>True when a value of <paramref name="scalar"/>'s category does not fit the category of <paramref name="tensor"/>.</summary>
    public static bool HigherCategory(ScalarType scalar, ScalarType tensor) => Category(scalar) > Category(tensor);

    public static NotSupportedException Unsupported(ScalarType type) =>
        new(
            $"The embedded engine has no elements of type {type}; use Float32, Float64, Float16, BFloat16, Int64, Int32, Int16, Int8, "
            + "Byte or Bool.");

    private static int Category(ScalarType type) => IsComplex(type) ? 3 : IsFloating(type) ? 2 : type == ScalarType.Bool ? 0 : 1;

    private static int Rank(ScalarType type) => type switch
    {
        ScalarType.Bool => 0,
        ScalarType.Byte => 1,
        ScalarType.Int8 => 2,
        ScalarType.Int16 => 3,
        ScalarType.Int32 => 4,
        ScalarType.Int64 => 5,
        ScalarType.Float16 => 6,
        ScalarType.BFloat16 => 7,
        ScalarType.Float32 => 8,
        ScalarType.Float64 => 9,
        ScalarType.ComplexFloat32 => 10,
        ScalarType.ComplexFloat64 => 11,
        _ => throw Unsupported(type),
    };
}
