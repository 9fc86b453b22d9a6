using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>Convolution and pooling over (batch, channels, height, width).</summary>
    internal static unsafe class Convolutions
    {
        public static Tensor Conv2d(Tensor x, Tensor weight, Tensor? bias, (long H, long W) stride, (long H, long W) padding, (long H, long W) dilation, long groups)
        {
            const string name = "conv2d";
            if (x.Rank == 3)
                return Conv2d(x.unsqueeze(0), weight, bias, stride, padding, dilation, groups).squeeze(0);
            RequireWindow(name, x, (1, 1), stride, padding, dilation);
            if (groups < 1)
                throw new ArgumentOutOfRangeException(nameof(groups), $"{name}: the number of groups must be positive, not {groups}.");
            if (x.Rank != 4 || weight.Rank != 4 || weight.Sizes[1] * groups != x.Sizes[1] || weight.Sizes[0] % groups != 0)
                throw Errors.Shapes(name, x.Sizes, weight.Sizes, $"it needs (N, C, H, W) and (K, C / {groups}, h, w)");
            if (bias is not null && (bias.Rank != 1 || bias.Sizes[0] != weight.Sizes[0]))
                throw Errors.Shapes(name, weight.Sizes, bias.Sizes, "the bias needs one element for each output channel");
            RequireFloat(name, x);
            Errors.RequireType(name, x, weight, bias);
            var shape = new Conv2dShape(x.Sizes[0], x.Sizes[1], x.Sizes[2], x.Sizes[3], weight.Sizes[0], weight.Sizes[2], weight.Sizes[3],
                stride.H, stride.W, padding.H, padding.W, dilation.H, dilation.W, groups);
            if (shape.OutHeight < 1 || shape.OutWidth < 1 || stride.H < 1 || stride.W < 1)
                throw Errors.Shapes(name, x.Sizes, weight.Sizes, "the kernel is larger than the padded picture");
            using var input = x.InOrder();
            using var w = weight.InOrder();
            using var b = bias?.InOrder();
            var result = Tensor.Empty([shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth], ScalarType.Float32);
            Kernels.Conv2d.Forward(shape, input.Pointer<float>(), w.Pointer<float>(), b is null ? null : b.Pointer<float>(), result.Pointer<float>());
            GC.KeepAlive(b);
            if (Tape.Open(name, x, weight, bias) is not { } node)
                return result;
            var savedInput = node.Needs(1) ? node.Save(input) : null;
            var savedWeight = node.Needs(0) ? node.Save(w) : null;
            var (shapeX, shapeW) = (x.Sizes, weight.Sizes);
            node.Define(g =>
            {
                using var dy = g[0]!.InOrder();
                Tensor? dx = null, dw = null, db = null;
                if (savedWeight is not null)
                {
                    dx = Tensor.Empty(shapeX, ScalarType.Float32);
                    Kernels.Conv2d.BackwardInput(shape, dy.Pointer<float>(), savedWeight.Value.Pointer<float>(), dx.Pointer<float>());
                }

                if (savedInput is not null)
                {
                    dw = Tensor.Empty(shapeW, ScalarType.Float32);
                    Kernels.Conv2d.BackwardWeight(shape, savedInput.Value.Pointer<float>(), dy.Pointer<float>(), dw.Pointer<float>());
                }

                if (node.Needs(2))
                {
                    db = Tensor.Empty([shape.OutChannels], ScalarType.Float32);
                    Kernels.Conv2d.BackwardBias(shape, dy.Pointer<float>(), db.Pointer<float>());
                }

                GC.KeepAlive(dy);
                return [dx, dw, db];
            });
            return node.Close(result);
        }

        public static (Tensor Output, Tensor Indices) MaxPool2d(Tensor x, (long H, long W) kernel, (long H, long W) stride, (long H, long W) padding, (long H, long W) dilation, bool ceil)
        {
            var shape = PoolShape("max_pool2d", x, kernel, stride, padding, dilation, ceil);
            using var input = x.InOrder();
            long[] outShape = [.. x.Sizes[..^2], shape.OutHeight, shape.OutWidth];
            var result = Tensor.Empty(outShape, ScalarType.Float32);
            var indices = Tensor.Empty(outShape, ScalarType.Int64);
            Kernels.MaxPool2d.Forward(shape, input.Pointer<float>(), result.Pointer<float>(), indices.Pointer<long>());
            GC.KeepAlive(input);
            if (Tape.Open("max_pool2d", x) is not { } node)
                return (result, indices);
            var saved = node.Save(indices);
            var shapeX = x.Sizes;
            node.Define(g =>
            {
                using var dy = g[0]!.InOrder();
                var dx = Tensor.Empty(shapeX, ScalarType.Float32);
                Kernels.MaxPool2d.Backward(shape, dy.Pointer<float>(), saved.Value.Pointer<long>(), dx.Pointer<float>());
                GC.KeepAlive(dy);
                return [dx];
            });
            return (node.Close(result), indices);
        }

        public static Tensor AvgPool2d(Tensor x, (long H, long W) kernel, (long H, long W) stride, (long H, long W) padding, bool ceil, bool countPadding, long? divisor)
        {
            var shape = PoolShape("avg_pool2d", x, kernel, stride, padding, (1, 1), ceil);
            using var input = x.InOrder();
            var result = Tensor.Empty([.. x.Sizes[..^2], shape.OutHeight, shape.OutWidth], ScalarType.Float32);
            Kernels.AvgPool2d.Forward(shape, input.Pointer<float>(), result.Pointer<float>(), countPadding, divisor ?? 0);
            GC.KeepAlive(input);
            if (Tape.Open("avg_pool2d", x) is not { } node)
                return result;
            var shapeX = x.Sizes;
            node.Define(g =>
            {
                using var dy = g[0]!.InOrder();
                var dx = Tensor.Empty(shapeX, ScalarType.Float32);
                Kernels.AvgPool2d.Backward(shape, dy.Pointer<float>(), dx.Pointer<float>(), countPadding, divisor ?? 0);
                GC.KeepAlive(dy);
                return [dx];
            });
            return node.Close(result);
        }

        /// <summary>Means of a grid of cells that covers the picture, whatever its size.</summary>
        public static Tensor AdaptiveAvgPool2d(Tensor x, long height, long width)
        {
            if (x.Rank is not (3 or 4) || height < 1 || width < 1)
                throw Errors.Shape("adaptive_avg_pool2d", x.Sizes, $"it makes ({height}, {width}) cells of (N, C, H, W) or (C, H, W)");
            long h = x.Sizes[^2], w = x.Sizes[^1];
            if (h % height == 0 && w % width == 0)
                return AvgPool2d(x, (h / height, w / width), (h / height, w / width), (0, 0), false, true, null);
            var rows = new List<Tensor>();
            for (long i = 0; i < height; i++)
            {
                long top = i * h / height, bottom = (((i + 1) * h) + height - 1) / height;
                var cells = new List<Tensor>();
                for (long j = 0; j < width; j++)
                {
                    long left = j * w / width, right = (((j + 1) * w) + width - 1) / width;
                    cells.Add(x.narrow(-2, top, bottom - top).narrow(-1, left, right - left).mean([-2, -1]));
                }

                rows.Add(stack(cells, -1));
            }

            return stack(rows, -2);
        }

        public static (long H, long W) Pair(string name, long[]? values, (long H, long W) missing) => values switch
        {
            null or [] => missing,
            [var one] => (one, one),
            [var h, var w] => (h, w),
            _ => throw new ArgumentException($"{name}: expected one or two numbers, not {values.Length}."),
        };

        private static Pool2dShape PoolShape(string name, Tensor x, (long H, long W) kernel, (long H, long W) stride, (long H, long W) padding, (long H, long W) dilation, bool ceil)
        {
            if (x.Rank is not (3 or 4))
                throw Errors.Shape(name, x.Sizes, "it needs (N, C, H, W) or (C, H, W)");
            RequireFloat(name, x);
            RequireWindow(name, x, kernel, stride, padding, dilation);
            var batch = x.Rank == 4 ? x.Sizes[0] : 1;
            var shape = new Pool2dShape(batch, x.Sizes[^3], x.Sizes[^2], x.Sizes[^1], kernel.H, kernel.W, stride.H, stride.W, padding.H, padding.W, dilation.H, dilation.W, ceil);
            if (padding.H * 2 > kernel.H || padding.W * 2 > kernel.W)
                throw Errors.Shape(name, x.Sizes, $"padding ({padding.H}, {padding.W}) is more than half of the window ({kernel.H}, {kernel.W})");
            if (shape.OutHeight < 1 || shape.OutWidth < 1)
                throw Errors.Shape(name, x.Sizes, $"a window of ({kernel.H}, {kernel.W}) is larger than the picture");
            return shape;
        }

        // Beyond these limits a window is no window, and sums of lengths would leave the range of a 64-bit integer.
        private static void RequireWindow(string name, Tensor x, (long H, long W) kernel, (long H, long W) stride, (long H, long W) padding,
            (long H, long W) dilation)
        {
            if (!Positive(kernel) || !Positive(stride) || !Positive(dilation) || !Positive((padding.H + 1, padding.W + 1)))
                throw Errors.Shape(name, x.Sizes, $"kernel {kernel}, stride {stride} and dilation {dilation} must be positive, " +
                    $"padding {padding} must not be negative, and none may be above {int.MaxValue - 1}");

            static bool Positive((long H, long W) pair) => pair.H is > 0 and <= int.MaxValue && pair.W is > 0 and <= int.MaxValue;
        }

        private static void RequireFloat(string name, Tensor x)
        {
            if (x.Type != ScalarType.Float32)
                throw new NotSupportedException($"{name}: the embedded engine computes it in Float32, not {x.Type}; convert the tensor.");
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
                /// <summary>Convolution: (N, C, H, W) with (K, C / groups, h, w) to (N, K, H', W').</summary>
                public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                    Convolutions.Conv2d(input, weight, bias, Convolutions.Pair("conv2d", strides, (1, 1)), Convolutions.Pair("conv2d", padding, (0, 0)),
                        Convolutions.Pair("conv2d", dilation, (1, 1)), groups);

                /// <summary>The largest value of each window.</summary>
                public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                    max_pool2d(input, [kernel_size], stride is { } s ? [s] : null, padding is { } p ? [p] : null, dilation is { } d ? [d] : null, ceil_mode);

                /// <summary>The largest value of each window.</summary>
                public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
                {
                    var (output, indices) = max_pool2d_with_indices(input, kernel_size, strides, padding, dilation, ceil_mode);
                    indices.Dispose();
                    return output;
                }

                /// <summary>The largest value of each window, and where it is in its plane.</summary>
                public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null,
                    long[]? dilation = null, bool ceil_mode = false)
                {
                    var kernel = Convolutions.Pair("max_pool2d", kernel_size, (1, 1));
                    return Convolutions.MaxPool2d(input, kernel, Convolutions.Pair("max_pool2d", strides, kernel), Convolutions.Pair("max_pool2d", padding, (0, 0)),
                        Convolutions.Pair("max_pool2d", dilation, (1, 1)), ceil_mode);
                }

                /// <summary>The mean of each window.</summary>
                public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true,
                    long? divisor_override = null) =>
                    avg_pool2d(input, [kernel_size], stride is { } s ? [s] : null, [padding], ceil_mode, count_include_pad, divisor_override);

                /// <summary>The mean of each window.</summary>
                public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                    bool count_include_pad = true, long? divisor_override = null)
                {
                    var kernel = Convolutions.Pair("avg_pool2d", kernel_size, (1, 1));
                    return Convolutions.AvgPool2d(input, kernel, Convolutions.Pair("avg_pool2d", stride, kernel), Convolutions.Pair("avg_pool2d", padding, (0, 0)),
                        ceil_mode, count_include_pad, divisor_override);
                }

                /// <summary>The mean of each cell of a square grid that covers the picture.</summary>
                public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => Convolutions.AdaptiveAvgPool2d(input, output_size, output_size);

                /// <summary>The mean of each cell of a grid that covers the picture.</summary>
                public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size)
                {
                    var (height, width) = Convolutions.Pair("adaptive_avg_pool2d", output_size, (1, 1));
                    return Convolutions.AdaptiveAvgPool2d(input, height, width);
                }
            }
        }
    }
}
