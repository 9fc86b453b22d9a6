// Parts of a tensor as views: (..., n, ...) to (..., n_k, ...) for each k; dx holds the dy_k side by side.
// roll and rot90 give every element another place; dx takes them back.

using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Pieces of given lengths along the first dimension.</summary>
        public Tensor[] split(params long[] sizes) => split(sizes, 0L);

        /// <summary>Pieces of given lengths along a dimension.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => split(sizes.ToArray(), dim);

        /// <summary>A number of pieces along a dimension, whose lengths differ by at most 1.</summary>
        public Tensor[] tensor_split(long size, long dim = 0)
        {
            var at = Cuttable("tensor_split", dim);
            if (size is < 1 or > int.MaxValue / 64)
                throw new ArgumentOutOfRangeException(nameof(size), $"tensor_split: there is no way to make {size} pieces.");
            var (each, rest) = Math.DivRem(Sizes[at], size);
            var pieces = new long[size];
            for (var i = 0L; i < size; i++)
                pieces[i] = each + (i < rest ? 1 : 0);
            return split(pieces, (long)at);
        }

        /// <summary>The pieces between positions of a dimension.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0)
        {
            var at = Cuttable("tensor_split", dim);
            var length = Sizes[at];
            long[] ends = [.. sizes.Select(i => Math.Clamp(i < 0 ? i + length : i, 0, length)), length];
            return [.. ends.Select((end, i) =>
            {
                var start = i == 0 ? 0 : ends[i - 1];
                return narrow(at, start, Math.Max(0, end - start));
            })];
        }

        /// <summary>The pieces between positions of a dimension, or a number of pieces when the indices are one number.</summary>
        public Tensor[] tensor_split(Tensor indices, long dim = 0) =>
            indices.Rank == 0
                ? tensor_split(indices.ToInt64(), dim)
                : tensor_split(indices.to_type(ScalarType.Int64).data<long>().ToArray(), dim);

        /// <summary>A number of pieces along the second dimension (of a vector: along its only one).</summary>
        public Tensor[] hsplit(long size) => Even("hsplit", size, Rank == 1 ? 0 : 1, 1);

        /// <summary>The pieces between positions of the second dimension (of a vector: of its only one).</summary>
        public Tensor[] hsplit(params long[] sizes) => AtLeastFor("hsplit", 1).tensor_split(sizes, Rank == 1 ? 0 : 1);

        /// <summary>The pieces between positions of the second dimension (of a vector: of its only one).</summary>
        public Tensor[] hsplit(Tensor indices) => AtLeastFor("hsplit", 1).tensor_split(indices, Rank == 1 ? 0 : 1);

        /// <summary>A number of pieces along the first dimension.</summary>
        public Tensor[] vsplit(long size) => Even("vsplit", size, 0, 2);

        /// <summary>The pieces between positions of the first dimension.</summary>
        public Tensor[] vsplit(params long[] sizes) => AtLeastFor("vsplit", 2).tensor_split(sizes, 0);

        /// <summary>The pieces between positions of the first dimension.</summary>
        public Tensor[] vsplit(Tensor indices) => AtLeastFor("vsplit", 2).tensor_split(indices, 0);

        /// <summary>A number of pieces along the third dimension.</summary>
        public Tensor[] dsplit(long size) => Even("dsplit", size, 2, 3);

        /// <summary>The pieces between positions of the third dimension.</summary>
        public Tensor[] dsplit(params long[] sizes) => AtLeastFor("dsplit", 3).tensor_split(sizes, 2);

        /// <summary>The pieces between positions of the third dimension.</summary>
        public Tensor[] dsplit(Tensor indices) => AtLeastFor("dsplit", 3).tensor_split(indices, 2);

        /// <summary>The pieces between two positions of the third dimension.</summary>
        public Tensor[] dsplit((long, long) indices_or_sections) => dsplit([indices_or_sections.Item1, indices_or_sections.Item2]);

        /// <summary>The pieces between three positions of the third dimension.</summary>
        public Tensor[] dsplit((long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);

        /// <summary>The pieces between four positions of the third dimension.</summary>
        public Tensor[] dsplit((long, long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

        /// <summary>A tensor without dimensions as a vector; others as they are.</summary>
        public Tensor atleast_1d() => Rank >= 1 ? Same() : reshape(1);

        /// <summary>At least a matrix: a vector as one row.</summary>
        public Tensor atleast_2d() => Rank >= 2 ? Same() : reshape(1, -1);

        /// <summary>At least three dimensions: a vector in the middle, a matrix before a new last one.</summary>
        public Tensor atleast_3d() => Rank >= 3 ? Same() : Rank == 2 ? unsqueeze(-1) : reshape(1, -1, 1);

        /// <summary>One dimension made several.</summary>
        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        /// <summary>Dimensions of length 1 repeated without copying.</summary>
        public Tensor expand(long[] sizes, bool isImplicit = false) => expand((ReadOnlySpan<long>)sizes);

        /// <summary>Dimensions of length 1 repeated without copying.</summary>
        public Tensor expand(Size sizes, bool isImplicit = false) => expand((ReadOnlySpan<long>)sizes.Shape);

        /// <summary>The elements moved along the flattened tensor by one shift.</summary>
        public Tensor roll(long[] shifts) => shifts.Length == 1 ? roll(shifts[0])
            : throw Errors.Shapes("roll", shifts, [], "without dimensions there is one shift");

        /// <summary>The elements moved along two dimensions.</summary>
        public Tensor roll((long, long) shifts, (long, long) dims) => roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        /// <summary>The elements moved along three dimensions.</summary>
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll([shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);

        /// <summary>The elements moved along several dimensions.</summary>
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) =>
            dims.Length == 0 ? roll(shifts.ToArray()) : roll(shifts.ToArray(), dims.ToArray());

        /// <summary>Turned by k quarter turns from the first of two dimensions to the second.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null)
        {
            var (first, second) = dims ?? (0, 1);
            int a = Layout.Dimension(first, Rank, "rot90"), b = Layout.Dimension(second, Rank, "rot90");
            if (Rank < 2 || a == b)
                throw Errors.Shape("rot90", Sizes, "it takes two different dimensions");
            return (((k % 4) + 4) % 4) switch
            {
                1 => flip(b).transpose(a, b),
                2 => flip(a, b),
                3 => flip(a).transpose(a, b),
                _ => clone(),
            };
        }

        /// <summary>A matrix with all elements on a diagonal.</summary>
        public Tensor diagflat(long offset = 0) => reshape(-1).diag(offset);

        private Tensor[] Even(string name, long count, int dim, int rank)
        {
            var x = AtLeastFor(name, rank);
            return count > 0 && x.Sizes[dim] % count == 0
                ? x.tensor_split(count, dim)
                : throw Errors.Shape(name, Sizes, $"dimension {dim} does not divide into {count} equal pieces");
        }

        private Tensor AtLeastFor(string name, int rank) =>
            Rank >= rank ? this : throw Errors.Shape(name, Sizes, $"it takes at least {rank} dimensions");

        private int Cuttable(string name, long dim) => Rank == 0
            ? throw Errors.Shape(name, Sizes, "a tensor without dimensions cannot be cut")
            : Layout.Dimension(dim, Rank, name);
    }
}
