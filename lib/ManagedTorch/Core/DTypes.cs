using static TorchSharp.torch;

namespace ManagedTorch.Core;

/// <summary>Sizes and promotion rules of element types.</summary>
internal static class DTypes
{
    public static int SizeOf(ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Bool => 1,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 => 8,
        _ => throw Unsupported(type),
    };

    public static ScalarType Of<T>() where T : unmanaged =>
        typeof(T) == typeof(float) ? ScalarType.Float32 :
        typeof(T) == typeof(double) ? ScalarType.Float64 :
        typeof(T) == typeof(long) ? ScalarType.Int64 :
        typeof(T) == typeof(int) ? ScalarType.Int32 :
        typeof(T) == typeof(bool) ? ScalarType.Bool :
        typeof(T) == typeof(byte) ? ScalarType.Byte :
        throw new NotSupportedException(
            $"Elements of type {typeof(T).Name} are not supported by the embedded engine; use float, double, int, long, byte or bool.");

    public static bool IsFloating(ScalarType type) => type is ScalarType.Float32 or ScalarType.Float64;

    public static bool IsIntegral(ScalarType type) => type is ScalarType.Byte or ScalarType.Int32 or ScalarType.Int64;

    /// <summary>PyTorch's promotion: the category (bool, integer, floating) decides first, then the width.</summary>
    public static ScalarType Promote(ScalarType a, ScalarType b) => Rank(a) >= Rank(b) ? a : b;

    /// <summary>The type of a result that is never an integer, such as a mean or a square root.</summary>
    public static ScalarType ToFloating(ScalarType type) => IsFloating(type) ? type : get_default_dtype();

    /// <summary>True when a value of <paramref name="scalar"/>'s category does not fit the category of <paramref name="tensor"/>.</summary>
    public static bool HigherCategory(ScalarType scalar, ScalarType tensor) => Category(scalar) > Category(tensor);

    public static NotSupportedException Unsupported(ScalarType type) =>
        new($"The embedded engine has no elements of type {type}; use Float32, Float64, Int32, Int64, Byte or Bool.");

    private static int Category(ScalarType type) => IsFloating(type) ? 2 : type == ScalarType.Bool ? 0 : 1;

    private static int Rank(ScalarType type) => type switch
    {
        ScalarType.Bool => 0,
        ScalarType.Byte => 1,
        ScalarType.Int32 => 2,
        ScalarType.Int64 => 3,
        ScalarType.Float32 => 4,
        ScalarType.Float64 => 5,
        _ => throw Unsupported(type),
    };
}
