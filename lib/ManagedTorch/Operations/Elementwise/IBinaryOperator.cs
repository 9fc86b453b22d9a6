using System.Numerics;

namespace ManagedTorch.Operations;

/// <summary>A function of two numbers, for any element type.</summary>
internal interface IBinaryOperator
{
    static abstract T Apply<T>(T a, T b) where T : unmanaged, INumber<T>;
}
