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

        /// <summary>A shape of five dimensions.</summary>
        public Size((long, long, long, long, long) size) => sizes = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        /// <summary>A shape from its lengths.</summary>
        public Size(int[] shape) => sizes = [.. shape.Select(length => (long)length)];

        /// <summary>A shape of one dimension.</summary>
        public Size(int size) => sizes = [size];

        /// <summary>The lengths, in a new array.</summary>
        public long[] Shape => (long[])(sizes ?? []).Clone();

        /// <summary>The number of dimensions.</summary>
        public int Length => sizes?.Length ?? 0;

        /// <summary>The shape of a number.</summary>
        public bool IsScalar => Length == 0;

        /// <summary>True when there is no dimension.</summary>
        public bool IsEmpty => Length == 0;

        /// <summary>The length of a dimension.</summary>
        public long this[int idx] => (sizes ?? [])[idx];

        /// <summary>The length of a dimension.</summary>
        public long this[long idx] => (sizes ?? [])[idx];

        /// <summary>True when all lengths are the same.</summary>
        public static bool operator ==(Size left, Size right) => left.Equals(right);

        /// <summary>True when a length differs.</summary>
        public static bool operator !=(Size left, Size right) => !left.Equals(right);

        /// <summary>The dimensions of one shape, then those of another.</summary>
        public static Size operator +(Size left, Size right) => new([.. left, .. right]);

        /// <summary>The dimensions of a shape, then more.</summary>
        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left, .. right]);

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

        /// <summary>Some dimensions, for ranges such as size[1..]: so many, from the first on.</summary>
        public Size Slice(int first, int next) => new((sizes ?? []).AsSpan(first, next).ToArray());

        /// <summary>The first lengths.</summary>
        public IEnumerable<long> Take(int i) => Enumerable.Take(this, i);

        /// <summary>True for a shape of the same lengths.</summary>
        public override bool Equals(object? obj) => obj is Size other && (sizes ?? []).AsSpan().SequenceEqual(other.sizes ?? []);

        /// <summary>A hash of the lengths.</summary>
        public override int GetHashCode() => Enumerable.Aggregate(this, 17, HashCode.Combine);

        /// <summary>The lengths in order.</summary>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)(sizes ?? [])).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
