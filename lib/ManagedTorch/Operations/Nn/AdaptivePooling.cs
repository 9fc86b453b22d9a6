using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Pooling to given lengths: cell i of m covers the places from floor(i n / m) to ceil((i + 1) n / m) of n. Separable: one dimension
    /// after the other, the mean as a product with a matrix of shares, the maximum over the places of each cell.
    /// </summary>
    internal static class AdaptivePooling
    {
        /// <summary>(N, C, places) or (C, places) to the same with these lengths.</summary>
        public static Tensor Average(string name, Tensor x, long[] lengths)
        {
            Check(name, x, lengths);
            var dims = lengths.Length;
            if (dims == 2 && x.Sizes[^2] % lengths[0] == 0 && x.Sizes[^1] % lengths[1] == 0 && x.Sizes[^2] > 0 && x.Sizes[^1] > 0)
                return Pooling.Average(2, x, [x.Sizes[^2] / lengths[0], x.Sizes[^1] / lengths[1]], null, null, false, true, null);
            for (var d = 1; d <= dims; d++)
            {
                long n = x.Sizes[^d], m = lengths[^d];
                if (n == m)
                    continue;
                var shares = new double[m * n];
                for (var i = 0L; i < m; i++)
                {
                    var (start, end) = Cell(i, n, m);
                    shares.AsSpan((int)((i * n) + start), (int)(end - start)).Fill(1.0 / (end - start));
                }

                using var matrix = tensor(shares).reshape(m, n).to_type(x.Type);
                x = d == 1 ? x.matmul(matrix.t()) : x.transpose(-d, -1).matmul(matrix.t()).transpose(-d, -1);
            }

            return x.contiguous();
        }

        /// <summary>The largest value of each cell, and where in the input's places it is.</summary>
        public static (Tensor Values, Tensor Indices) Max(string name, Tensor x, long[] lengths)
        {
            Check(name, x, lengths);
            var dims = lengths.Length;
            long[] places = x.Sizes[^dims..];
            var index = arange(Layout.Count(places)).reshape(places).expand(x.Sizes);
            for (var d = 1; d <= dims; d++)
            {
                long n = x.Sizes[^d], m = lengths[^d], at = x.Rank - d;
                var widest = 0L;
                for (var i = 0L; i < m; i++)
                    widest = Math.Max(widest, Cell(i, n, m).End - Cell(i, n, m).Start);
                // Cells shorter than the widest repeat their last place, which changes no maximum.
                var members = new long[m * widest];
                for (var i = 0L; i < m * widest; i++)
                {
                    var (start, end) = Cell(i / widest, n, m);
                    members[i] = Math.Min(start + (i % widest), end - 1);
                }

                using var chosen = tensor(members);
                long[] cells = [m, widest];
                var (values, winner) = x.index_select(at, chosen).unflatten(at, cells).max(at + 1);
                index = index.index_select(at, chosen).unflatten(at, cells).gather(at + 1, winner.unsqueeze(at + 1)).squeeze(at + 1);
                x = values;
            }

            return (x, index);
        }

        private static (long Start, long End) Cell(long i, long n, long m) => (i * n / m, (((i + 1) * n) + m - 1) / m);

        private static void Check(string name, Tensor x, long[] lengths)
        {
            if (x.Rank != lengths.Length + 1 && x.Rank != lengths.Length + 2)
                throw Errors.Shapes(name, x.Sizes, lengths,
                    $"the first needs {lengths.Length + 2} dimensions, (N, C, places), or {lengths.Length + 1} without N");
            if (!DTypes.IsFloating(x.Type))
                throw new InvalidOperationException($"{name}: the elements must be floats, not {x.Type}.");
            if (lengths.Any(length => length is < 1 or > int.MaxValue) || x.Sizes.AsSpan(x.Rank - lengths.Length).Contains(0))
                throw Errors.Shapes(name, x.Sizes, lengths, "every length must be at least 1");
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static partial class functional
            {
                /// <summary>The means of cells that cover the line: (N, C, L) to (N, C, output_size).</summary>
                public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                    AdaptivePooling.Average("adaptive_avg_pool1d", input, [output_size]);

                /// <summary>The mean of each cell of a square grid that covers the picture.</summary>
                public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, [output_size]);

                /// <summary>The mean of each cell of a grid that covers the picture.</summary>
                public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                    adaptive_avg_pool2d(input, [output_size.Item1, output_size.Item2]);

                /// <summary>The mean of each cell of a grid that covers the picture: (N, C, H, W) to (N, C, output_size).</summary>
                public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                    AdaptivePooling.Average("adaptive_avg_pool2d", input, Convolutions.Each("adaptive_avg_pool2d", 2, output_size, 1));

                /// <summary>The mean of each cell of a cubic grid that covers the volume.</summary>
                public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => adaptive_avg_pool3d(input, [output_size]);

                /// <summary>The mean of each cell of a grid that covers the volume.</summary>
                public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) =>
                    adaptive_avg_pool3d(input, [output_size.Item1, output_size.Item2, output_size.Item3]);

                /// <summary>The mean of each cell of a grid that covers the volume: (N, C, D, H, W) to (N, C, output_size).</summary>
                public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) =>
                    AdaptivePooling.Average("adaptive_avg_pool3d", input, Convolutions.Each("adaptive_avg_pool3d", 3, output_size, 1));

                /// <summary>The largest values of cells that cover the line: (N, C, L) to (N, C, output_size).</summary>
                public static Tensor adaptive_max_pool1d(Tensor input, long output_size) =>
                    WithoutIndices(adaptive_max_pool1d_with_indices(input, output_size));

                /// <summary>The largest values of cells that cover the line, and where they are.</summary>
                public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                    AdaptivePooling.Max("adaptive_max_pool1d", input, [output_size]);

                /// <summary>
                /// The largest value of each cell of a grid that covers the picture: (N, C, H, W) to (N, C, output_size).
                /// </summary>
                public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) =>
                    WithoutIndices(adaptive_max_pool2d_with_indices(input, output_size));

                /// <summary>The largest value of each cell of a grid that covers the picture, and where it is.</summary>
                public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                    AdaptivePooling.Max("adaptive_max_pool2d", input, Convolutions.Each("adaptive_max_pool2d", 2, output_size, 1));

                /// <summary>
                /// The largest value of each cell of a grid that covers the volume: (N, C, D, H, W) to (N, C, output_size).
                /// </summary>
                public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size) =>
                    WithoutIndices(adaptive_max_pool3d_with_indices(input, output_size));

                /// <summary>The largest value of each cell of a grid that covers the volume, and where it is.</summary>
                public static (Tensor Values, Tensor Indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size) =>
                    AdaptivePooling.Max("adaptive_max_pool3d", input, Convolutions.Each("adaptive_max_pool3d", 3, output_size, 1));
            }
        }
    }
}
