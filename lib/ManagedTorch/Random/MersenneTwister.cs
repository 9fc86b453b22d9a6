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

    private void Twist()
    {
        uint[] s = _state;
        const int Boundary = StateLength - ShiftLength;
        for (int i = 0; i < Boundary; i++)
        {
            s[i] = s[i + ShiftLength] ^ Mix(s[i], s[i + 1]);
        }
        for (int i = Boundary; i < StateLength - 1; i++)
        {
            s[i] = s[i - Boundary] ^ Mix(s[i], s[i + 1]);
        }
        s[StateLength - 1] = s[ShiftLength - 1] ^ Mix(s[StateLength - 1], s[0]);
        _left = StateLength;
        _next = 0;
    }

    private static uint Mix(uint upper, uint lower)
    {
        uint joined = (upper & UpperMask) | (lower & LowerMask);
        return (joined >> 1) ^ ((0u - (lower & 1u)) & TwistMatrix);
    }
}
