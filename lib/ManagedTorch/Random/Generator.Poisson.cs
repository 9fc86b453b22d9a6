using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public partial class Generator
    {
        /// <summary>From this rate on numbers are found by rejection: the other way takes as many draws as the rate.</summary>
        private const double HighRate = 10;

        /// <summary>Poisson numbers of the rates given.</summary>
        internal void FillPoisson(ReadOnlySpan<double> rates, Span<double> destination)
        {
            lock (_gate)
            {
                for (int i = 0; i < destination.Length; i++)
                {
                    double rate = rates[i];
                    if (!(rate >= 0 && double.IsFinite(rate)))
                    {
                        throw new ArgumentException($"poisson: a rate must be a number and not negative, got {rate}");
                    }
                    destination[i] = rate >= HighRate ? NextPoissonByRejection(rate) : NextPoissonByProduct(rate);
                }
            }
        }

        /// <summary>
        /// Counts uniform numbers until their product falls to exp(-rate) (Knuth, The Art of Computer Programming, 3.4.1).
        /// </summary>
        private double NextPoissonByProduct(double rate)
        {
            if (rate == 0)
            {
                return 0;
            }
            double limit = Math.Exp(-rate);
            double product = NextDouble();
            int count = 0;
            for (; product > limit; count++)
            {
                product *= NextDouble();
            }
            return count;
        }

        /// <summary>Transformed rejection with squeeze: algorithm PTRS of Hörmann, "The transformed rejection method for generating
        /// Poisson random variables", 1993.</summary>
        private double NextPoissonByRejection(double rate)
        {
            double b = 0.931 + (2.53 * Math.Sqrt(rate));
            double a = -0.059 + (0.02483 * b);
            double inverseAlpha = 1.1239 + (1.1328 / (b - 3.4));
            double sure = 0.9277 - (3.6224 / (b - 2));
            while (true)
            {
                double u = NextDouble() - 0.5;
                double v = NextDouble();
                double side = 0.5 - Math.Abs(u);
                double k = Math.Floor((((2 * a / side) + b) * u) + rate + 0.43);
                if (side >= 0.07 && v <= sure)
                {
                    return k;
                }
                if (k < 0 || (side < 0.013 && v > side))
                {
                    continue;
                }
                double density = (k * Math.Log(rate)) - rate - SpecialFunctions.LogGamma(k + 1);
                if (Math.Log(v * inverseAlpha / ((a / (side * side)) + b)) <= density)
                {
                    return k;
                }
            }
        }
    }
}
