using ManagedTorch.Randomness;

namespace TorchSharp;

public static partial class torch
{
    public partial class Generator
    {
        /// <summary>Normal numbers. PyTorch has one algorithm for fewer than 16 numbers and another, in batches, for 16 and more.</summary>
        internal void FillNormal(Span<float> destination, double mean, double std, bool inBatches = true)
        {
            CheckNormal(std);
            lock (_gate)
            {
                if (!inBatches || destination.Length < BoxMuller.BatchLength)
                {
                    for (int i = 0; i < destination.Length; i++)
                    {
                        destination[i] = (float)(NextNormal() * std + mean);
                    }
                    return;
                }
                DrawUniform(destination, 0, 1);
                int whole = destination.Length - destination.Length % BoxMuller.BatchLength;
                for (int i = 0; i < whole; i += BoxMuller.BatchLength)
                {
                    BoxMuller.Transform(destination.Slice(i, BoxMuller.BatchLength), (float)mean, (float)std);
                }
                if (whole < destination.Length)
                {
                    // PyTorch draws the last sixteen anew where they do not make up a batch of their own
                    Span<float> last = destination[^BoxMuller.BatchLength..];
                    DrawUniform(last, 0, 1);
                    BoxMuller.Transform(last, (float)mean, (float)std);
                }
            }
        }

        /// <inheritdoc cref="FillNormal(Span{float}, double, double, bool)"/>
        internal void FillNormal(Span<double> destination, double mean, double std, bool inBatches = true)
        {
            CheckNormal(std);
            lock (_gate)
            {
                if (!inBatches || destination.Length < BoxMuller.BatchLength)
                {
                    for (int i = 0; i < destination.Length; i++)
                    {
                        destination[i] = NextNormal() * std + mean;
                    }
                    return;
                }
                DrawUniform(destination, 0, 1);
                int whole = destination.Length - destination.Length % BoxMuller.BatchLength;
                for (int i = 0; i < whole; i += BoxMuller.BatchLength)
                {
                    BoxMuller.Transform(destination.Slice(i, BoxMuller.BatchLength), mean, std);
                }
                if (whole < destination.Length)
                {
                    Span<double> last = destination[^BoxMuller.BatchLength..];
                    DrawUniform(last, 0, 1);
                    BoxMuller.Transform(last, mean, std);
                }
            }
        }

        private static void CheckNormal(double std)
        {
            if (!(std >= 0))
            {
                throw new ArgumentException($"normal: expects std >= 0, got std = {std}");
            }
        }

        /// <summary>One standard normal number; the second of each Box-Muller pair waits for the next call.</summary>
        private double NextNormal()
        {
            if (_nextNormal is { } waiting)
            {
                _nextNormal = null;
                return waiting;
            }
            double angle = 2 * Math.PI * NextDouble();
            // log(1 - u), computed so that small u keep their digits
            double radius = Math.Sqrt(-2 * LogOnePlus(-NextDouble()));
            (double sine, double cosine) = Math.SinCos(angle);
            _nextNormal = radius * sine;
            return radius * cosine;
        }

        /// <summary>log(1 + x) accurate near zero (Kahan's correction of the rounding in 1 + x).</summary>
        private static double LogOnePlus(double x)
        {
            double sum = 1 + x;
            return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
        }
    }
}
