using ManagedTorch.Randomness;

namespace TorchSharp;

public static partial class torch
{
    public partial class Generator
    {
        private const int FloatBits = 24;
        private const int DoubleBits = 53;

        /// <summary>How many words are drawn at a time; even, for draws that take two.</summary>
        private const int WordsAtATime = 1024;

        /// <summary>Uniform numbers in [from, to), with 24 random bits each.</summary>
        internal void FillUniform(Span<float> destination, double from, double to)
        {
            CheckUniform(from, to);
            lock (_gate)
            {
                DrawUniform(destination, (float)from, (float)to);
            }
        }

        /// <summary>Uniform numbers in [from, to), with 53 random bits each.</summary>
        internal void FillUniform(Span<double> destination, double from, double to)
        {
            CheckUniform(from, to);
            lock (_gate)
            {
                DrawUniform(destination, from, to);
            }
        }

        private static void CheckUniform(double from, double to)
        {
            if (!(from <= to))
            {
                throw new ArgumentException($"uniform: expects from <= to, got from = {from} and to = {to}");
            }
        }

        private void DrawUniform(Span<float> destination, float from, float to)
        {
            float width = to - from;
            Span<uint> words = stackalloc uint[WordsAtATime];
            while (!destination.IsEmpty)
            {
                Span<float> part = destination[..Math.Min(WordsAtATime, destination.Length)];
                _engine.Fill(words[..part.Length]);
                for (int i = 0; i < part.Length; i++)
                {
                    part[i] = Single(words[i]) * width + from;
                }
                destination = destination[part.Length..];
            }
        }

        private void DrawUniform(Span<double> destination, double from, double to)
        {
            double width = to - from;
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = NextDouble() * width + from;
            }
        }

        /// <summary>One number in [0, 1) from the low 24 bits of a word.</summary>
        private float NextSingle() => Single(_engine.Next());

        private static float Single(uint word) => (int)(word & ((1u << FloatBits) - 1)) * (1f / (1u << FloatBits));

        /// <summary>One number in [0, 1) from the low 53 bits of two words.</summary>
        private double NextDouble() => (_engine.Next64() & ((1UL << DoubleBits) - 1)) * (1d / (1UL << DoubleBits));
    }
}
