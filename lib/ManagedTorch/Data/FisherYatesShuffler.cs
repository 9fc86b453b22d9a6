using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>
/// The numbers 0 ... size - 1 in random order. With a seed every walk gives the same order, the one TorchSharp gives for that seed;
/// without one each walk gives another, which follows <see cref="manual_seed"/>.
/// </summary>
public class FisherYatesShuffler : IEnumerable<long>
{
    private readonly long _size;
    private readonly int? _seed;

    /// <summary>An order of <paramref name="size"/> numbers.</summary>
    public FisherYatesShuffler(long size, int? seed = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        _size = size;
        _seed = seed;
    }

    /// <summary>The numbers in random order.</summary>
    public IEnumerator<long> GetEnumerator() =>
        ((IEnumerable<long>)(_seed is { } seed ? Shuffled(_size, new Random(seed)) : Generator.Default.Permutation(_size))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// The shuffle from the inside out: number i goes to a random place up to i, and what was there goes to place i. Each place takes
    /// two draws, the first for the high half.
    /// </summary>
    private static long[] Shuffled(long size, Random random)
    {
        long[] order = new long[size];
        for (long i = 0; i < size; i++)
        {
            long high = (long)random.Next() << 32;
            long place = unchecked(high + (uint)random.Next()) % (i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }
}
