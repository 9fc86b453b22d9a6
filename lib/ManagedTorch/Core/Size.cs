using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A shape: the length of each dimension.</summary>
    public struct Size : IEnumerable<long>
    {
        private readonly long[]? sizes;

        /// <summary>A shape from its lengths.</summary>
        public Size(long[] shape) => sizes = (long[])shape.Clone();

        /// <summary>A shape from its lengths.</summary>
        public Size(IEnumerable<long> shape) => sizes = shape.ToArray();

        /// <summary>A shape of one dimension.</summary>
        public Size(long size) => sizes = [size];

        /// <summary>A shape of two dimensions.</summary>
        public Size((long, long) size) => sizes = [size.Item1, size.Item2];

        /// <summary>A shape of three dimensions.</summary>
        public Size((long, long, long) size) => sizes = [size.Item1, size.Item2, size.Item3];

        /// <summary>A shape of four dimensions.</summary>
        public Size((long, long, long, long) size) => sizes = [size.Item1, size.Item2, size.Item3, size.Item4];

        /// <summary>The lengths, in a new array.</summary>
        public long[] Shape => (long[])(sizes ?? []).Clone();

        /// <summary>The number of dimensions.</summary>
        public int Length => sizes?.Length ?? 0;

        /// <summary>The length of a dimension.</summary>
        public long this[int idx] => (sizes ?? [])[idx];

        /// <summary>A shape from its lengths.</summary>
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>A shape of one dimension.</summary>
        public static implicit operator Size(long size) => new(size);

        /// <summary>A shape of two dimensions.</summary>
        public static implicit operator Size((long, long) size) => new(size);

        /// <summary>A shape of three dimensions.</summary>
        public static implicit operator Size((long, long, long) size) => new(size);

        /// <summary>A shape of four dimensions.</summary>
        public static implicit operator Size((long, long, long, long) size) => new(size);

        /// <summary>The number of elements of a tensor of this shape.</summary>
        public long numel() => (sizes ?? []).Aggregate(1L, (product, length) => product * length);

        /// <summary>The lengths in order.</summary>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)(sizes ?? [])).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
