namespace ManagedTorch.Kernels;

/// <summary>Functions of one float64 that the base library lacks.</summary>
internal static class DoubleMath
{
    /// <summary>The error function.</summary>
    internal static double Erf(double x) => MathNet.Numerics.SpecialFunctions.Erf(x);

    /// <summary>ln(1 + x), accurate near 0.</summary>
    internal static double Log1p(double x)
    {
        // The rounding error of 1 + x cancels in the quotient (Kahan).
        double u = 1 + x;
        return u == 1 ? x : double.IsPositiveInfinity(u) ? u : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>e^x - 1, accurate near 0.</summary>
    internal static double Expm1(double x)
    {
        // Kahan: (u - 1) x / ln u, in which the rounding error of u = e^x cancels.
        double u = Math.Exp(x);
        return u == 1 ? x : u - 1 == -1 ? -1 : double.IsInfinity(u) ? u : (u - 1) * (x / Math.Log(u));
    }
}
