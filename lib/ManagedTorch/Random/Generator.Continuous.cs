namespace TorchSharp;

public static partial class torch
{
    public partial class Generator
    {
        /// <summary>Cauchy numbers: median + sigma tan(pi (u - 1/2)).</summary>
        internal void FillCauchy(Span<double> destination, double median, double sigma)
        {
            lock (_gate)
            {
                foreach (ref double number in destination)
                {
                    number = median + (sigma * Math.Tan(Math.PI * (NextDouble() - 0.5)));
                }
            }
        }

        /// <summary>How many trials it takes until one succeeds: log(u) / log(1 - p), rounded up.</summary>
        internal void FillGeometric(Span<double> destination, double p)
        {
            double failure = LogOnePlus(-p);
            lock (_gate)
            {
                foreach (ref double number in destination)
                {
                    number = Math.Ceiling(Math.Log(NextDouble()) / failure);
                }
            }
        }

        /// <summary>Numbers whose logarithm is normal.</summary>
        internal void FillLogNormal(Span<double> destination, double mean, double std)
        {
            lock (_gate)
            {
                foreach (ref double number in destination)
                {
                    number = Math.Exp((NextNormal() * std) + mean);
                }
            }
        }

        /// <summary>Ones with the probability that each element gives, from 53-bit uniform numbers.</summary>
        internal void FillBernoulli(ReadOnlySpan<double> probabilities, Span<double> destination)
        {
            lock (_gate)
            {
                for (int i = 0; i < destination.Length; i++)
                {
                    CheckProbability(probabilities[i]);
                    destination[i] = NextDouble() < probabilities[i] ? 1 : 0;
                }
            }
        }
    }
}
