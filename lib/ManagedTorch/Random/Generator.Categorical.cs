namespace TorchSharp;

public static partial class torch
{
    public partial class Generator
    {
        /// <summary>Exponential numbers of rate <paramref name="lambda"/>.</summary>
        internal void FillExponential(Span<float> destination, double lambda)
        {
            lock (_gate)
            {
                for (int i = 0; i < destination.Length; i++)
                {
                    destination[i] = (float)NextExponential(lambda);
                }
            }
        }

        /// <inheritdoc cref="FillExponential(Span{float}, double)"/>
        internal void FillExponential(Span<double> destination, double lambda)
        {
            lock (_gate)
            {
                for (int i = 0; i < destination.Length; i++)
                {
                    destination[i] = NextExponential(lambda);
                }
            }
        }

        /// <summary>
        /// Category numbers drawn with probabilities proportional to <paramref name="weights"/>: one row of torch.multinomial.
        /// Call it for the rows in order to follow PyTorch's sequence.
        /// </summary>
        internal void FillMultinomial(ReadOnlySpan<float> weights, Span<long> samples, bool replacement)
        {
            double sum = CheckWeights(weights);
            if (!replacement && samples.Length > weights.Length)
            {
                throw new ArgumentException(
                    $"multinomial: cannot draw {samples.Length} of {weights.Length} categories without replacement");
            }
            if (!(sum > 0))
            {
                throw new ArgumentException("multinomial: the weights sum to zero; at least one must be positive");
            }
            lock (_gate)
            {
                if (replacement && samples.Length > 1)
                {
                    DrawFromCumulative(weights, samples);
                }
                else
                {
                    DrawByRace(weights, samples);
                }
            }
        }

        private static double CheckWeights(ReadOnlySpan<float> weights)
        {
            double sum = 0;
            foreach (float weight in weights)
            {
                if (!(weight >= 0 && float.IsFinite(weight)))
                {
                    throw new ArgumentException($"multinomial: weights must be finite and not negative, got {weight}");
                }
                sum += weight;
            }
            return sum;
        }

        private void DrawFromCumulative(ReadOnlySpan<float> weights, Span<long> samples)
        {
            float[] cumulative = new float[weights.Length];
            float sum = 0;
            for (int i = 0; i < weights.Length; i++)
            {
                sum += weights[i];
                cumulative[i] = sum;
            }
            for (int i = 0; i < cumulative.Length; i++)
            {
                cumulative[i] /= sum;
            }
            cumulative[^1] = 1;
            for (int i = 0; i < samples.Length; i++)
            {
                samples[i] = FirstNotBelow(cumulative, NextDouble());
            }
        }

        private static int FirstNotBelow(float[] cumulative, double value)
        {
            int left = 0;
            int right = cumulative.Length;
            while (right > left)
            {
                int middle = left + (right - left) / 2;
                if (cumulative[middle] < value)
                {
                    left = middle + 1;
                }
                else
                {
                    right = middle;
                }
            }
            return left;
        }

        /// <summary>Each category gets weight / Exponential(1); the largest quotients are a draw without replacement.</summary>
        private void DrawByRace(ReadOnlySpan<float> weights, Span<long> samples)
        {
            float[] quotients = new float[weights.Length];
            long[] categories = new long[weights.Length];
            for (int i = 0; i < weights.Length; i++)
            {
                quotients[i] = -(weights[i] / (float)NextExponential(1));
                categories[i] = i;
            }
            Array.Sort(quotients, categories);
            categories.AsSpan(0, samples.Length).CopyTo(samples);
        }

        private double NextExponential(double lambda) => -LogOnePlus(-NextDouble()) / lambda;
    }
}
