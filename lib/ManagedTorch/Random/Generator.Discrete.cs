namespace TorchSharp;

public static partial class torch
{
    public partial class Generator
    {
        /// <summary>From this width on PyTorch (2.7 and later) draws 64 bits for an integer, to keep the remainder's skew small.</summary>
        private const ulong WideRange = 1UL << 28;

        private const ulong DoubleMask = (1UL << DoubleBits) - 1;

        /// <summary>Above this length PyTorch's randperm draws 64 bits a swap.</summary>
        private const long LongPermutation = uint.MaxValue / 20;

        /// <summary>Whole numbers in [low, high).</summary>
        internal void FillRandint(Span<long> destination, long low, long high)
        {
            if (low >= high)
            {
                throw new ArgumentException($"randint: expects low < high, got low = {low} and high = {high}");
            }
            ulong range = unchecked((ulong)high - (ulong)low);
            lock (_gate)
            {
                for (int i = 0; i < destination.Length; i++)
                {
                    ulong bits = range >= WideRange ? _engine.Next64() : _engine.Next();
                    destination[i] = unchecked((long)(bits % range) + low);
                }
            }
        }

        /// <summary>
        /// Ones with probability <paramref name="p"/>, zeros else: PyTorch's <c>bernoulli_(p)</c>, which dropout calls with the
        /// probability to keep. (On Intel processors PyTorch hands this one call to MKL's own generator, so its masks differ there.)
        /// </summary>
        internal void FillBernoulli(Span<float> destination, double p)
        {
            ulong limit = Limit(p);
            Span<uint> words = stackalloc uint[WordsAtATime];
            lock (_gate)
            {
                while (!destination.IsEmpty)
                {
                    Span<float> part = destination[..Math.Min(WordsAtATime / 2, destination.Length)];
                    _engine.Fill(words[..(2 * part.Length)]);
                    for (int i = 0; i < part.Length; i++)
                    {
                        ulong bits = ((ulong)words[2 * i] << 32) | words[2 * i + 1];
                        part[i] = (bits & DoubleMask) < limit ? 1f : 0f;
                    }
                    destination = destination[part.Length..];
                }
            }
        }

        /// <inheritdoc cref="FillBernoulli(Span{float}, double)"/>
        internal void FillBernoulli(Span<bool> destination, double p)
        {
            ulong limit = Limit(p);
            lock (_gate)
            {
                for (int i = 0; i < destination.Length; i++)
                {
                    destination[i] = (_engine.Next64() & DoubleMask) < limit;
                }
            }
        }

        /// <summary>One draw for each probability: <c>torch.bernoulli(input)</c>, which uses 24-bit uniforms.</summary>
        internal void FillBernoulli(ReadOnlySpan<float> probabilities, Span<float> destination)
        {
            lock (_gate)
            {
                for (int i = 0; i < destination.Length; i++)
                {
                    CheckProbability(probabilities[i]);
                    destination[i] = NextSingle() < probabilities[i] ? 1f : 0f;
                }
            }
        }

        /// <summary>A random order of 0 ... n - 1 (Fisher and Yates, from the front).</summary>
        internal long[] Permutation(long n)
        {
            if (n < 0)
            {
                throw new ArgumentException($"randperm: expects n >= 0, got n = {n}");
            }
            long[] order = new long[n];
            for (long i = 0; i < n; i++)
            {
                order[i] = i;
            }
            lock (_gate)
            {
                for (long i = 0; i < n - 1; i++)
                {
                    ulong bits = n < LongPermutation ? _engine.Next() : _engine.Next64();
                    long j = i + (long)(bits % (ulong)(n - i));
                    (order[i], order[j]) = (order[j], order[i]);
                }
            }
            return order;
        }

        /// <summary>A uniform number of 53 bits is below p exactly when its bits, as an integer, are below this.</summary>
        private static ulong Limit(double p)
        {
            CheckProbability(p);
            return (ulong)Math.Ceiling(p * (DoubleMask + 1));
        }

        private static void CheckProbability(double p)
        {
            if (!(p >= 0 && p <= 1))
            {
                throw new ArgumentException($"bernoulli: expects 0 <= p <= 1, got p = {p}");
            }
        }
    }
}
