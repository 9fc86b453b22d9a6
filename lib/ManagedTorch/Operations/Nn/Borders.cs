using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>Borders around the last dimensions.</summary>
    internal static class Borders
    {
        /// <param name="widths">(before, after) of the last dimension, then of the one before it, and so on; negative cuts off.</param>
        public static Tensor Apply(Tensor x, ReadOnlySpan<long> widths, TorchSharp.PaddingModes mode, double value)
        {
            if (widths.Length % 2 != 0 || widths.Length / 2 > x.Rank)
                throw Errors.Shapes("pad", x.Sizes, widths, "the second needs two numbers for each padded dimension");
            for (var i = 0; i < widths.Length / 2; i++)
            {
                var dim = x.Rank - 1 - i;
                var (before, after) = (widths[2 * i], widths[(2 * i) + 1]);
                if (before == 0 && after == 0)
                    continue;
                if (Math.Max(Math.Abs((double)before), Math.Abs((double)after)) > int.MaxValue)
                    throw Errors.Shapes("pad", x.Sizes, widths, $"a border of dimension {dim} is too wide");
                var length = x.Sizes[dim] + before + after;
                if (length < 0)
                    throw Errors.Shapes("pad", x.Sizes, widths, $"nothing would be left of dimension {dim}");
                x = mode is TorchSharp.PaddingModes.Constant or TorchSharp.PaddingModes.Zeros ? Constant(x, dim, before, after, value)
                    : Repeated(x, dim, before, length, mode);
            }

            return x;
        }

        private static Tensor Constant(Tensor x, int dim, long before, long after, double value)
        {
            var kept = x.narrow(dim, Math.Max(0, -before), x.Sizes[dim] + Math.Min(0, before) + Math.Min(0, after));
            var parts = new List<Tensor> { kept };
            if (before > 0)
                parts.Insert(0, Block(before));
            if (after > 0)
                parts.Add(Block(after));
            return cat(parts, dim);

            Tensor Block(long width)
            {
                var shape = (long[])x.Sizes.Clone();
                shape[dim] = width;
                return full(shape, value, x.Type);
            }
        }

        private static Tensor Repeated(Tensor x, int dim, long before, long length, TorchSharp.PaddingModes mode)
        {
            var n = x.Sizes[dim];
            var limit = mode == TorchSharp.PaddingModes.Reflect ? n - 1 : n;
            if (n == 0 || (mode != TorchSharp.PaddingModes.Replicate && (before > limit || length - n - before > limit)))
                throw Errors.Shape("pad", x.Sizes, $"{mode} padding of dimension {dim} may not be wider than {limit}");
            var places = Tensor.Empty([length], ScalarType.Int64);
            var positions = places.Span<long>();
            for (var i = 0; i < positions.Length; i++)
            {
                var at = i - before;
                positions[i] = mode switch
                {
                    TorchSharp.PaddingModes.Replicate => Math.Clamp(at, 0, n - 1),
                    TorchSharp.PaddingModes.Circular => (at + n) % n,
                    _ => at < 0 ? -at : at >= n ? (2 * (n - 1)) - at : at,
                };
            }

            return x.index_select(dim, places);
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
                /// <summary>A border on both sides of the last dimension.</summary>
                public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                    Borders.Apply(input, [pad, pad], mode, value);

                /// <summary>A border before and after the last dimension; a negative width cuts off.</summary>
                public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                    Borders.Apply(input, [pad.Item1, pad.Item2], mode, value);

                /// <summary>A border before and after the last dimension, then the one before it; a negative width cuts off.</summary>
                public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant,
                    double value = 0) =>
                    Borders.Apply(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

                /// <summary>Borders, two numbers for each dimension from the last one on; a negative width cuts off.</summary>
                public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                    Borders.Apply(input, pad, mode, value);

                /// <summary>Borders, two numbers for each dimension from the last one on; a negative width cuts off.</summary>
                public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant,
                    double value = 0) => Borders.Apply(input, pad, mode, value);
            }
        }
    }
}
