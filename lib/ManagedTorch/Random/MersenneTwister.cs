using System.Numerics;

namespace ManagedTorch.Randomness;

/// <summary>The 32-bit Mersenne Twister mt19937 (Matsumoto and Nishimura 1998), one block of 624 words at a time.</summary>
/// <remarks>The fields keep the meaning they have in PyTorch's engine, so that a generator state can be exchanged with it.</remarks>
internal sealed class MersenneTwister
{
    internal const int StateLength = 624;
    private const int ShiftLength = 397;
    private const uint TwistMatrix = 0x9908b0df;
    private const uint UpperMask = 0x80000000;
    private const uint LowerMask = 0x7fffffff;

    private readonly uint[] _state = new uint[StateLength];

    /// <summary>Words left before the next block is made, plus one.</summary>
    private int _left;
    private int _next;

    internal MersenneTwister(uint seed) => Seed(seed);

    internal void Seed(uint seed)
    {
        _state[0] = seed;
        for (int i = 1; i < StateLength; i++)
        {
            uint previous = _state[i - 1];
            _state[i] = 1812433253u * (previous ^ (previous >> 30)) + (uint)i;
        }
        _left = 1;
        _next = 0;
    }

    /// <summary>The next 32 random bits.</summary>
    internal uint Next()
    {
        if (--_left == 0)
        {
            Twist();
        }
        return Temper(_state[_next++]);
    }

    /// <summary>The next 64 random bits; the word drawn first is the high half, as in PyTorch.</summary>
    internal ulong Next64()
    {
        uint high = Next();
        uint low = Next();
        return ((ulong)high << 32) | low;
    }

    /// <summary>The next words, as many as <paramref name="words"/> holds.</summary>
    internal void Fill(Span<uint> words)
    {
        while (!words.IsEmpty)
        {
            if (_left == 1)
            {
                Twist();
                // no word of the block has been taken yet
                _left++;
            }
            int count = Math.Min(words.Length, _left - 1);
            Temper(_state.AsSpan(_next, count), words);
            _next += count;
            _left -= count;
            words = words[count..];
        }
    }

    internal (uint[] Words, int Left, int Next) Save() => ((uint[])_state.Clone(), _left, _next);

    internal void Restore(ReadOnlySpan<uint> words, int left, int next)
    {
        if (words.Length != StateLength || left < 1 || left > StateLength || next < 0 || next > StateLength)
        {
            throw new ArgumentException("not a state of the mt19937 generator");
        }
        words.CopyTo(_state);
        _left = left;
        _next = next;
    }

    private static uint Temper(uint word)
    {
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c5680u;
        word ^= (word << 15) & 0xefc60000u;
        return word ^ (word >> 18);
    }

    private static void Temper(ReadOnlySpan<uint> state, Span<uint> words)
    {
        int i = 0;
        for (; i <= state.Length - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            Vector<uint> word = new(state[i..]);
            word ^= word >>> 11;
            word ^= (word << 7) & new Vector<uint>(0x9d2c5680u);
            word ^= (word << 15) & new Vector<uint>(0xefc60000u);
            (word ^ (word >>> 18)).CopyTo(words[i..]);
        }
        for (; i < state.Length; i++)
        {
            words[i] = Temper(state[i]);
        }
    }

    private void Twist()
    {
        uint[] s = _state;
        const int Boundary = StateLength - ShiftLength;
        Twist(0, Boundary, ShiftLength);
        Twist(Boundary, StateLength - 1, -Boundary);
        s[StateLength - 1] = s[ShiftLength - 1] ^ Mix(s[StateLength - 1], s[0]);
        _left = StateLength;
        _next = 0;
    }

    /// <summary>
    /// Renews the words from start to end with those <paramref name="shift"/> places on. A vector reads all its words before it
    /// writes one, and the shift is longer than a vector.
    /// </summary>
    private void Twist(int start, int end, int shift)
    {
        Span<uint> s = _state;
        int i = start;
        for (; i <= end - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            Vector<uint> upper = new(s[i..]);
            Vector<uint> lower = new(s[(i + 1)..]);
            Vector<uint> joined = (upper & new Vector<uint>(UpperMask)) | (lower & new Vector<uint>(LowerMask));
            Vector<uint> odd = Vector<uint>.Zero - (lower & Vector<uint>.One);
            Vector<uint> mixed = (joined >>> 1) ^ (odd & new Vector<uint>(TwistMatrix));
            (new Vector<uint>(s[(i + shift)..]) ^ mixed).CopyTo(s[i..]);
        }
        for (; i < end; i++)
        {
            s[i] = s[i + shift] ^ Mix(s[i], s[i + 1]);
        }
    }

    private static uint Mix(uint upper, uint lower)
    {
        uint joined = (upper & UpperMask) | (lower & LowerMask);
        return (joined >> 1) ^ ((0u - (lower & 1u)) & TwistMatrix);
    }
}
