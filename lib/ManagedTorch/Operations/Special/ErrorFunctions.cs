namespace ManagedTorch.Operations;

/// <summary>The error function's relatives, of one number.</summary>
internal static class ErrorFunctions
{
    private const double RootOfHalf = 0.70710678118654752;
    private const double RootOfPi = 1.7724538509055160;
    private const double RootOfTwoPi = 2.5066282746310005;

    // From here on the continued fraction needs few terms, and exp(x²) would blow up the error of erfc.
    private const double Far = 4;

    /// <summary>exp(x²) erfc(x), without overflow on the right: a continued fraction (Abramowitz and Stegun, 7.1.14).</summary>
    public static double ScaledComplement(double x)
    {
        if (x < Far)
            return x < -26.7 ? double.PositiveInfinity : Math.Exp(x * x) * MathNet.Numerics.SpecialFunctions.Erfc(x);
        double tail = 0;
        for (var k = 60; k >= 1; k--)
            tail = k / 2.0 / (x + tail);
        return 1 / (RootOfPi * (x + tail));
    }

    /// <summary>The probability that a standard normal number is at most x.</summary>
    public static double NormalProbability(double x) => 0.5 * MathNet.Numerics.SpecialFunctions.Erfc(-x * RootOfHalf);

    /// <summary>The x of which p is the <see cref="NormalProbability"/>: MathNet's value, corrected by two Newton steps.</summary>
    public static double NormalQuantile(double p)
    {
        if (double.IsNaN(p) || p < 0 || p > 1)
            return double.NaN;
        // The lower half, where probabilities keep their digits.
        if (p > 0.5)
            return -NormalQuantile(1 - p);
        if (p == 0)
            return double.NegativeInfinity;
        var x = -MathNet.Numerics.SpecialFunctions.ErfcInv(2 * p) / RootOfHalf;
        for (var i = 0; i < 2; i++)
            x -= (NormalProbability(x) - p) * RootOfTwoPi * Math.Exp(0.5 * x * x);
        return x;
    }
}
