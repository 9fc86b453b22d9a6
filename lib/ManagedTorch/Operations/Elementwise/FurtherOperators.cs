using System.Numerics;

namespace ManagedTorch.Operations;

/// <summary>The scalar forms of the less common binary operations; floats are computed in Float64.</summary>
internal static class FurtherOperators
{
    internal readonly struct ArcTangent : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => T.CreateTruncating(Math.Atan2(Double(a), Double(b)));
    }

    internal readonly struct Hypotenuse : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => T.CreateTruncating(double.Hypot(Double(a), Double(b)));
    }

    internal readonly struct TruncatedRemainder : IBinaryOperator
    {
        // The sign of the dividend, as C's fmod.
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> =>
            T.IsZero(b) && typeof(T) != typeof(float) && typeof(T) != typeof(double)
                ? throw new DivideByZeroException("fmod: an integer is divided by zero.")
                : a % b;
    }

    internal readonly struct CopySign : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => T.CopySign(a, b);
    }

    internal readonly struct TimesLogarithm : IBinaryOperator
    {
        // x log y, and 0 for x = 0 whatever y, unless y is not a number.
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> =>
            T.IsZero(a) && !T.IsNaN(b) ? T.Zero : T.CreateTruncating(Double(a) * Math.Log(Double(b)));
    }

    internal readonly struct MaximumNumber : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => T.MaxNumber(a, b);
    }

    internal readonly struct MinimumNumber : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => T.MinNumber(a, b);
    }

    internal readonly struct Step : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> =>
            T.IsZero(a) ? b : a > T.Zero ? T.One : T.Zero;
    }

    internal readonly struct NextAfter : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T>
        {
            if (T.IsNaN(a) || T.IsNaN(b))
                return a + b;
            if (a == b)
                return b;
            return typeof(T) == typeof(float)
                ? T.CreateTruncating(a < b ? MathF.BitIncrement(float.CreateTruncating(a)) : MathF.BitDecrement(float.CreateTruncating(a)))
                : T.CreateTruncating(a < b ? Math.BitIncrement(Double(a)) : Math.BitDecrement(Double(a)));
        }
    }

    internal readonly struct GreatestCommonDivisor : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T>
        {
            while (!T.IsZero(b))
                (a, b) = (b, a % b);
            return T.Abs(a);
        }
    }

    internal readonly struct BitAnd : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => T.CreateTruncating(Long(a) & Long(b));
    }

    internal readonly struct BitOr : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => T.CreateTruncating(Long(a) | Long(b));
    }

    internal readonly struct BitXor : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => T.CreateTruncating(Long(a) ^ Long(b));
    }

    internal readonly struct ShiftLeft : IBinaryOperator
    {
        // A shift by the width of the type or more leaves nothing.
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> =>
            Long(b) is < 0 or > 63 ? T.Zero : T.CreateTruncating(Long(a) << (int)Long(b));
    }

    internal readonly struct ShiftRight : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> =>
            T.CreateTruncating(Long(a) >> (int)(Long(b) is < 0 or > 63 ? 63 : Long(b)));
    }

    private static double Double<T>(T value) where T : unmanaged, INumber<T> => double.CreateTruncating(value);

    private static long Long<T>(T value) where T : unmanaged, INumber<T> => long.CreateTruncating(value);
}
