using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>True for a tensor.</summary>
    public static bool is_tensor(object obj) => obj is Tensor;

    /// <summary>True for Float32 and Float64.</summary>
    public static bool is_floating_point(ScalarType type) => DTypes.IsFloating(type);

    /// <summary>True for integer types.</summary>
    public static bool is_integral(ScalarType type) => DTypes.IsIntegral(type);

    /// <summary>True when values of one type can be stored in another without a change of category: not floats as integers, and numbers
    /// not as truth values.</summary>
    public static bool can_cast(ScalarType from, ScalarType to) => !DTypes.HigherCategory(from, to);
}
