using System.Numerics;

namespace ManagedTorch.Operations;

/// <summary>The scalar forms of the special functions of two numbers, computed in Float64.</summary>
internal static class SpecialOperators
{
    internal readonly struct TimesLogarithmOfOneMore : IBinaryOperator
    {
        // x log(1 + y), and 0 for x = 0 whatever y, unless y is not a number. The logarithm with Kahan's correction near 0.
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T>
        {
            if (T.IsZero(a) && !T.IsNaN(b))
                return T.Zero;
            double y = double.CreateTruncating(b), sum = 1 + y;
            var logarithm = sum == 1 || double.IsPositiveInfinity(sum) ? y : Math.Log(sum) * (y / (sum - 1));
            return T.CreateTruncating(double.CreateTruncating(a) * logarithm);
        }
    }

    internal readonly struct LowerGamma : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> =>
            T.CreateTruncating(GammaFunctions.Lower(double.CreateTruncating(a), double.CreateTruncating(b)));
    }

    internal readonly struct UpperGamma : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> =>
            T.CreateTruncating(GammaFunctions.Upper(double.CreateTruncating(a), double.CreateTruncating(b)));
    }

    internal readonly struct HurwitzZeta : IBinaryOperator
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> =>
            T.CreateTruncating(GammaFunctions.Zeta(double.CreateTruncating(a), double.CreateTruncating(b)));
    }
}
