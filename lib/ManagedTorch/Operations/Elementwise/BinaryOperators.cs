using System.Numerics;

namespace ManagedTorch.Operations;

/// <summary>
/// The scalar forms f(a, b) of the binary operations; their derivatives are in Tensor.Arithmetic.cs.
/// </summary>
internal static class BinaryOperators
{
    internal readonly struct Add : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => a + b;
    }

    internal readonly struct Subtract : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => a - b;
    }

    internal readonly struct Multiply : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => a * b;
    }

    internal readonly struct Divide : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => a / b;
    }

    internal readonly struct FloorDivide : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T>
        {
            if (typeof(T) == typeof(float))
                return T.CreateTruncating(MathF.Floor(float.CreateTruncating(a) / float.CreateTruncating(b)));
            if (typeof(T) == typeof(double))
                return T.CreateTruncating(Math.Floor(double.CreateTruncating(a) / double.CreateTruncating(b)));
            if (T.IsZero(b))
                throw new DivideByZeroException("floor_divide: an integer is divided by zero.");
            // The processor traps on the smallest integer divided by -1; the result wraps around, as everywhere.
            if (T.IsNegative(b) && T.IsZero(b + T.One))
                return T.Zero - a;
            var quotient = a / b;
            return T.IsZero(a - (quotient * b)) || T.IsNegative(a) == T.IsNegative(b) ? quotient : quotient - T.One;
        }
    }

    internal readonly struct Remainder : IBinaryOperator
    {
        // The sign of the divisor, as Python's %.
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T>
        {
            if (T.IsZero(b) && typeof(T) != typeof(float) && typeof(T) != typeof(double))
                throw new DivideByZeroException("remainder: an integer is divided by zero.");
            if (T.IsNegative(b) && T.IsZero(b + T.One) && typeof(T) != typeof(float) && typeof(T) != typeof(double))
                return T.Zero;
            var rest = a % b;
            return T.IsZero(rest) || T.IsNegative(rest) == T.IsNegative(b) ? rest : rest + b;
        }
    }

    internal readonly struct Maximum : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => T.Max(a, b);
    }

    internal readonly struct Minimum : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => T.Min(a, b);
    }

    internal readonly struct Power : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T>
        {
            if (typeof(T) == typeof(float))
                return T.CreateTruncating(MathF.Pow(float.CreateTruncating(a), float.CreateTruncating(b)));
            if (typeof(T) == typeof(double))
                return T.CreateTruncating(Math.Pow(double.CreateTruncating(a), double.CreateTruncating(b)));
            if (T.IsNegative(b))
                throw new InvalidOperationException(
                    "pow: integers cannot be raised to a negative power; convert the tensor to floats first.");
            var result = T.One;
            for (var i = long.CreateTruncating(b); i > 0; i >>= 1, a *= a)
                result = (i & 1) != 0 ? result * a : result;
            return result;
        }
    }
}
