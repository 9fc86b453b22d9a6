using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Pooling over one, two or three dimensions of places. Max: y[i] is the largest value of window i, and dx gets dy there (the first
    /// on ties). Mean: y[i] is the sum of window i divided by its size, and dx gets dy divided by it in the whole window.
    /// Both are separable, so three dimensions are two steps: height and width, then depth.
    /// </summary>
    internal static class Pooling
    {
        /// <summary>
        /// (N, C, places) or (C, places) to the same with fewer places, and where in the input's places each value comes from.
        /// </summary>
        public static (Tensor Output, Tensor Indices) Max(int dims, Tensor x, long[] kernel, long[]? strides, long[]? paddings,
            long[]? dilations, bool ceil)
        {
            var name = $"max_pool{dims}d";
            var (k, s, p, d) = Options(name, dims, x, kernel, strides, paddings, dilations);
            if (dims == 1)
            {
                var (flat, places) = MaxFlat(name, x.unsqueeze(-2), [1, k[0]], [1, s[0]], [0, p[0]], [1, d[0]], ceil);
                return (flat.squeeze(-2), places.squeeze(-2));
            }

            if (dims == 2)
                return MaxFlat(name, x, k, s, p, d, ceil);
            CheckDepth(name, x, k[0], s[0], p[0], d[0], ceil);
            long depth = x.Sizes[^3], plane = x.Sizes[^2] * x.Sizes[^1];
            var (across, within) = MaxFlat(name, x.reshape(-1, depth, x.Sizes[^2], x.Sizes[^1]), k[1..], s[1..], p[1..], d[1..], ceil);
            var windows = across.Sizes[^2] * across.Sizes[^1];
            var (deep, chosen) = MaxFlat(name, across.reshape(-1, 1, depth, windows), [k[0], 1], [s[0], 1], [p[0], 0], [d[0], 1], ceil);
            // The place among (depth, windows) that won says which slice, and the first step where in that slice.
            var index = (chosen.div(windows, RoundingMode.floor) * plane)
                + within.reshape(-1, depth * windows).gather(1, chosen.reshape(chosen.Sizes[0], -1)).reshape(chosen.Sizes);
            long[] sizes = [.. x.Sizes[..^3], deep.Sizes[^2], across.Sizes[^2], across.Sizes[^1]];
            return (deep.reshape(sizes), index.reshape(sizes));
        }

        /// <summary>(N, C, places) or (C, places) to the same with fewer places.</summary>
        public static Tensor Average(int dims, Tensor x, long[] kernel, long[]? strides, long[]? paddings, bool ceil, bool countPadding,
            long? divisor)
        {
            var name = $"avg_pool{dims}d";
            var (k, s, p, _) = Options(name, dims, x, kernel, strides, paddings, null);
            if (divisor == 0)
                throw new ArgumentException($"{name}: divisor_override must not be 0.");
            if (dims == 1)
                return AverageFlat(name, x.unsqueeze(-2), [1, k[0]], [1, s[0]], [0, p[0]], ceil, countPadding, divisor).squeeze(-2);
            if (dims == 2)
                return AverageFlat(name, x, k, s, p, ceil, countPadding, divisor);
            CheckDepth(name, x, k[0], s[0], p[0], 1, ceil);
            var depth = x.Sizes[^3];
            var across = AverageFlat(name, x.reshape(-1, depth, x.Sizes[^2], x.Sizes[^1]), k[1..], s[1..], p[1..], ceil, countPadding,
                divisor is null ? null : 1);
            var deep = AverageFlat(name, across.reshape(-1, 1, depth, across.Sizes[^2] * across.Sizes[^1]), [k[0], 1], [s[0], 1], [p[0], 0],
                ceil, countPadding, divisor);
            return deep.reshape([.. x.Sizes[..^3], deep.Sizes[^2], across.Sizes[^2], across.Sizes[^1]]);
        }

        private static (Tensor Output, Tensor Indices) MaxFlat(string name, Tensor x, long[] kernel, long[] stride, long[] padding,
            long[] dilation, bool ceil)
        {
            var shape = Shape(name, x, kernel, stride, padding, dilation, ceil);
            using var input = x.InOrder();
            long[] outShape = [.. x.Sizes[..^2], shape.OutHeight, shape.OutWidth];
            var result = Tensor.Empty(outShape, x.Type);
            var indices = Tensor.Empty(outShape, ScalarType.Int64);
            PoolingKernel.MaxForward(shape, input, result, indices);
            if (Tape.Open(name, x) is not { } node)
                return (result, indices);
            var saved = node.Save(indices);
            var sizes = x.Sizes;
            node.Define(g =>
            {
                using var dy = g[0]!.InOrder();
                var dx = Tensor.Empty(sizes, dy.Type);
                PoolingKernel.MaxBackward(shape, dy, saved.Value, dx);
                return [dx];
            });
            return (node.Close(result), indices);
        }

        private static Tensor AverageFlat(string name, Tensor x, long[] kernel, long[] stride, long[] padding, bool ceil, bool countPadding,
            long? divisor)
        {
            var shape = Shape(name, x, kernel, stride, padding, [1, 1], ceil);
            using var input = x.InOrder();
            var result = Tensor.Empty([.. x.Sizes[..^2], shape.OutHeight, shape.OutWidth], x.Type);
            PoolingKernel.AverageForward(shape, input, result, countPadding, divisor ?? 0);
            if (Tape.Open(name, x) is not { } node)
                return result;
            var sizes = x.Sizes;
            node.Define(g =>
            {
                using var dy = g[0]!.InOrder();
                var dx = Tensor.Empty(sizes, dy.Type);
                PoolingKernel.AverageBackward(shape, dy, dx, countPadding, divisor ?? 0);
                return [dx];
            });
            return node.Close(result);
        }

        private static (long[] Kernel, long[] Stride, long[] Padding, long[] Dilation) Options(string name, int dims, Tensor x,
            long[] kernel, long[]? strides, long[]? paddings, long[]? dilations)
        {
            if (x.Rank != dims + 1 && x.Rank != dims + 2)
                throw Errors.Shape(name, x.Sizes, $"it needs {dims + 2} dimensions, (N, C, places), or {dims + 1} without N");
            if (x.Type is not (ScalarType.Float32 or ScalarType.Float64))
                throw new NotSupportedException(
                    $"{name}: the embedded engine computes it in Float32 and Float64, not {x.Type}; convert the tensor.");
            var window = Convolutions.Each(name, dims, kernel, 1);
            return (window, strides is null or [] ? window : Convolutions.Each(name, dims, strides, 1),
                Convolutions.Each(name, dims, paddings, 0), Convolutions.Each(name, dims, dilations, 1));
        }

        private static void CheckDepth(string name, Tensor x, long kernel, long stride, long padding, long dilation, bool ceil) =>
            Shape(name, x.reshape([.. x.Sizes[..^2], x.Sizes[^2] * x.Sizes[^1]]), [kernel, 1], [stride, 1], [padding, 0], [dilation, 1],
                ceil);

        private static Pool2dShape Shape(string name, Tensor x, long[] kernel, long[] stride, long[] padding, long[] dilation, bool ceil)
        {
            Convolutions.CheckWindow(name, x, kernel, stride, padding, dilation);
            for (var d = 0; d < 2; d++)
            {
                if (padding[d] * 2 > kernel[d])
                    throw Errors.Shape(name, x.Sizes, $"padding {padding[d]} is more than half of the window's {kernel[d]}");
                if (padding[d] > 0 && dilation[d] > x.Sizes[x.Rank - 2 + d])
                    throw Errors.Shape(name, x.Sizes, $"with dilation {dilation[d]} a window would see nothing but padding");
            }

            var shape = new Pool2dShape(
                x.Rank == 4 ? x.Sizes[0] : 1, x.Sizes[^3], x.Sizes[^2], x.Sizes[^1], kernel[0], kernel[1], stride[0], stride[1],
                padding[0], padding[1], dilation[0], dilation[1], ceil);
            return shape.OutHeight >= 1 && shape.OutWidth >= 1
                ? shape
                : throw Errors.Shape(name, x.Sizes, $"a window of ({kernel[0]}, {kernel[1]}) is larger than the picture");
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
                /// <summary>The largest value of each window: (N, C, L) to (N, C, L').</summary>
                public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                    long? dilation = null, bool ceil_mode = false) =>
                    WithoutIndices(max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode));

                /// <summary>The largest value of each window, and where it is.</summary>
                public static (Tensor output, Tensor indices) max_pool1d_with_indices(Tensor input, long kernel_size, long? stride = null,
                    long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                    Pooling.Max(1, input, [kernel_size], One(stride), One(padding), One(dilation), ceil_mode);

                /// <summary>The largest value of each square window: (N, C, H, W) to (N, C, H', W').</summary>
                public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                    long? dilation = null, bool ceil_mode = false) =>
                    max_pool2d(input, [kernel_size], One(stride), One(padding), One(dilation), ceil_mode);

                /// <summary>The largest value of each window: (N, C, H, W) to (N, C, H', W').</summary>
                public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null,
                    (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                    max_pool2d(input, [kernel_size.Item1, kernel_size.Item2], Two(stride), Two(padding), Two(dilation), ceil_mode);

                /// <summary>The largest value of each window: (N, C, H, W) to (N, C, H', W').</summary>
                public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null,
                    long[]? dilation = null, bool ceil_mode = false) =>
                    WithoutIndices(max_pool2d_with_indices(input, kernel_size, strides, padding, dilation, ceil_mode));

                /// <summary>The largest value of each window, and where it is in its plane.</summary>
                public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size,
                    long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                    Pooling.Max(2, input, kernel_size, strides, padding, dilation, ceil_mode);

                /// <summary>The largest value of each window: (N, C, D, H, W) to (N, C, D', H', W').</summary>
                public static Tensor max_pool3d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null,
                    long[]? dilation = null, bool ceil_mode = false) =>
                    WithoutIndices(max_pool3d_with_indices(input, kernel_size, strides, padding, dilation, ceil_mode));

                /// <summary>The largest value of each window, and where it is in its volume.</summary>
                public static (Tensor output, Tensor indices) max_pool3d_with_indices(Tensor input, long[] kernel_size,
                    long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                    Pooling.Max(3, input, kernel_size, strides, padding, dilation, ceil_mode);

                /// <summary>The mean of each window: (N, C, L) to (N, C, L').</summary>
                public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                    bool ceil_mode = false, bool count_include_pad = true) =>
                    Pooling.Average(1, input, [kernel_size], One(stride), One(padding), ceil_mode, count_include_pad, null);

                /// <summary>The mean of each square window: (N, C, H, W) to (N, C, H', W').</summary>
                public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0,
                    bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                    avg_pool2d(input, [kernel_size], One(stride), [padding], ceil_mode, count_include_pad, divisor_override);

                /// <summary>The mean of each window: (N, C, H, W) to (N, C, H', W').</summary>
                public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null,
                    (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                    avg_pool2d(input, [kernel_size.Item1, kernel_size.Item2], Two(stride), Two(padding), ceil_mode, count_include_pad,
                        divisor_override);

                /// <summary>The mean of each window: (N, C, H, W) to (N, C, H', W').</summary>
                public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                    bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                    Pooling.Average(2, input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

                /// <summary>The mean of each window: (N, C, D, H, W) to (N, C, D', H', W').</summary>
                public static Tensor avg_pool3d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                    bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                    Pooling.Average(3, input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

                private static Tensor WithoutIndices((Tensor Output, Tensor Indices) pooled)
                {
                    pooled.Indices.Dispose();
                    return pooled.Output;
                }

                private static long[]? One(long? value) => value is { } given ? [given] : null;

                private static long[]? Two((long, long)? value) => value is { } given ? [given.Item1, given.Item2] : null;
            }
        }
    }
}
