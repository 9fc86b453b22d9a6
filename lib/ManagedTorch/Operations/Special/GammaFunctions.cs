namespace ManagedTorch.Operations;

/// <summary>The incomplete gamma functions of two numbers, with PyTorch's values at the borders.</summary>
internal static class GammaFunctions
{
    /// <summary>P(a, x) = 1 / gamma(a) times the integral of t^(a - 1) exp(-t) from 0 to x.</summary>
    public static double Lower(double a, double x)
    {
        if (!(a >= 0 && x >= 0) || (a == 0 && x == 0) || (double.IsInfinity(a) && double.IsInfinity(x)))
            return double.NaN;
        if (a == 0 || double.IsInfinity(x))
            return 1;
        if (x == 0 || double.IsInfinity(a))
            return 0;
        return MathNet.Numerics.SpecialFunctions.GammaLowerRegularized(a, x);
    }

    /// <summary>Q(a, x) = 1 - P(a, x), exact in the tail.</summary>
    public static double Upper(double a, double x)
    {
        if (!(a >= 0 && x >= 0) || (a == 0 && x == 0) || (double.IsInfinity(a) && double.IsInfinity(x)))
            return double.NaN;
        if (a == 0 || double.IsInfinity(x))
            return 0;
        if (x == 0 || double.IsInfinity(a))
            return 1;
        return MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(a, x);
    }

    /// <summary>Hurwitz's zeta function, the sum over k of (k + q)^-s; not a number where it has no real value.</summary>
    public static double Zeta(double s, double q)
    {
        if (s == 1)
            return double.PositiveInfinity;
        if (!(s > 1) || double.IsNaN(q))
            return double.NaN;
        if (q <= 0 && q == Math.Floor(q))
            return double.PositiveInfinity;
        return q < 0 && s != Math.Floor(s) ? double.NaN : SpecialFunctions.Zeta(s, q);
    }
}
