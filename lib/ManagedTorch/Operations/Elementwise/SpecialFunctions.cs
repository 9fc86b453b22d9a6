namespace ManagedTorch.Operations;

/// <summary>Special functions of one number, with the values that PyTorch gives at poles and limits.</summary>
internal static class SpecialFunctions
{
    // Bernoulli numbers B2, B4, ..., of the Euler-Maclaurin formula (Abramowitz and Stegun, 23.2).
    private static readonly double[] Bernoulli = [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510];

    /// <summary>The x with erf(x) = y: MathNet's value, corrected by two Newton steps.</summary>
    public static double InverseError(double y)
    {
        if (double.IsNaN(y) || Math.Abs(y) > 1)
            return double.NaN;
        if (Math.Abs(y) == 1)
            return y * double.PositiveInfinity;
        var x = MathNet.Numerics.SpecialFunctions.ErfInv(y);
        for (var i = 0; i < 2; i++)
            x -= (MathNet.Numerics.SpecialFunctions.Erf(x) - y) * 0.88622692545275801 * Math.Exp(x * x);
        return x;
    }

    /// <summary>log |gamma(x)|; infinite at 0, -1, -2, ...</summary>
    public static double LogGamma(double x)
    {
        if (double.IsInfinity(x) || (x <= 0 && x == Math.Floor(x)))
            return double.PositiveInfinity;
        // Reflection: gamma(x) gamma(1 - x) = pi / sin(pi x).
        if (x < 0.5)
            return Math.Log(Math.PI / Math.Abs(Math.Sin(Math.PI * x))) - LogGamma(1 - x);
        return x is 1 or 2 ? 0 : MathNet.Numerics.SpecialFunctions.GammaLn(x);
    }

    /// <summary>The derivative of <see cref="LogGamma"/>; not a number at -1, -2, ...</summary>
    public static double Digamma(double x)
    {
        if (x == 0)
            return double.CopySign(double.PositiveInfinity, -x);
        if (x < 0)
            return x == Math.Floor(x) ? double.NaN : Digamma(1 - x) - (Math.PI / Math.Tan(Math.PI * x));
        double result = 0;
        for (; x < 10; x++)
            result -= 1 / x;
        // Asymptotic series: log x - 1 / (2 x) - sum of B2k / (2 k x^2k).
        double inverse = 1 / (x * x), power = inverse;
        result += Math.Log(x) - (0.5 / x);
        for (var k = 0; k < Bernoulli.Length; k++, power *= inverse)
            result -= Bernoulli[k] / (2 * (k + 1)) * power;
        return result;
    }

    /// <summary>The n-th derivative of <see cref="Digamma"/> (n at least 1): (-1)^(n + 1) n! zeta(n + 1, x).</summary>
    public static double Polygamma(long n, double x)
    {
        if (n < 1)
            throw new ArgumentOutOfRangeException(nameof(n), $"polygamma: the order must not be negative, but is {n}.");
        double factorial = 1;
        for (var i = 2L; i <= Math.Min(n, 171); i++) // 171! is infinite
            factorial *= i;
        return (n % 2 == 0 ? -factorial : factorial) * Zeta(n + 1, x);
    }

    /// <summary>
    /// Hurwitz's zeta function for a whole s above 1, sum over k of (k + x)^-s, by the Euler-Maclaurin formula. The terms below zero are
    /// a difference of two such sums, so an argument far below zero costs no more than one near it.
    /// </summary>
    public static double Zeta(double s, double x)
    {
        if (x <= 0 && x == Math.Floor(x))
            return double.PositiveInfinity;
        if (x < 0)
        {
            // x, x + 1, ... -f and 1 - f, 2 - f, ... with f between 0 and 1
            var f = -x - Math.Floor(-x);
            var below = Zeta(s, f) - Zeta(s, 1 - x);
            return (s % 2 == 0 ? below : -below) + Zeta(s, 1 - f);
        }

        double result = 0;
        for (; x < 12; x++)
            result += Math.Pow(x, -s);
        result += (Math.Pow(x, 1 - s) / (s - 1)) + (0.5 * Math.Pow(x, -s));
        double factor = s, power = Math.Pow(x, -s - 1), factorial = 2;
        for (var k = 0; k < Bernoulli.Length; k++)
        {
            result += Bernoulli[k] / factorial * factor * power;
            var j = 2 * (k + 1);
            factor *= (s + j - 1) * (s + j);
            factorial *= (j + 1) * (j + 2);
            power /= x * x;
        }

        return result;
    }
}
