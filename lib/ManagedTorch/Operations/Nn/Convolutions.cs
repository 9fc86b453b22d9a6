using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Convolution (cross-correlation) over one, two or three dimensions of places:
    /// y[n, o, i] = b[o] + sum over c and k of w[o, c, k] x[n, c, i * stride - padding + k * dilation].
    /// dx adds w dy to the places that each output saw, dw sums x dy over outputs and pictures, db sums dy.
    /// </summary>
    internal static class Convolutions
    {
        private static readonly string[] Places = ["", "L", "H, W", "D, H, W"];

        /// <summary>(N, C, places) or (C, places) with (K, C / groups, kernel) to (N, K, places') or (K, places').</summary>
        public static Tensor Apply(int dims, Tensor x, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] dilation,
            long groups)
        {
            var name = $"conv{dims}d";
            if (x.Rank == dims + 1)
                return Apply(dims, x.unsqueeze(0), weight, bias, stride, padding, dilation, groups).squeeze(0);
            if (groups < 1)
                throw new ArgumentOutOfRangeException(nameof(groups), $"{name}: the number of groups must be positive, not {groups}.");
            if (x.Rank != dims + 2 || weight.Rank != dims + 2 || weight.Sizes[1] * groups != x.Sizes[1] || weight.Sizes[0] % groups != 0)
                throw Errors.Shapes(name, x.Sizes, weight.Sizes, $"it needs (N, C, {Places[dims]}) and (K, C / {groups}, kernel)");
            CheckBias(name, weight, bias, weight.Sizes[0]);
            CheckTypes(name, x, weight, bias);
            CheckWindow(name, x, weight.Sizes.AsSpan(2), stride, padding, dilation);
            for (var d = 0; d < dims; d++)
            {
                if (x.Sizes[2 + d] + (2 * padding[d]) < (dilation[d] * (weight.Sizes[2 + d] - 1)) + 1)
                    throw Errors.Shapes(name, x.Sizes, weight.Sizes, "the kernel is larger than the padded picture");
            }

            if (dims == 1)
                return Flat(x.unsqueeze(2), weight.unsqueeze(2), bias, [1, stride[0]], [0, padding[0]], [1, dilation[0]],
                    groups).squeeze(2);
            return dims == 2
                ? Flat(x, weight, bias, stride, padding, dilation, groups)
                : Deep(x, weight, bias, stride, padding, dilation, groups);
        }

        /// <summary>
        /// The padding that keeps the lengths at stride 1: before and after each dimension, the odd zero after (PyTorch's choice).
        /// </summary>
        public static (long[] Before, long[] After) SamePadding(string name, ReadOnlySpan<long> kernel, long[] stride, long[] dilation)
        {
            if (stride.Any(s => s != 1))
                throw new ArgumentException($"{name}: Padding.Same needs stride 1, got [{string.Join(", ", stride)}]");
            var (before, after) = (new long[kernel.Length], new long[kernel.Length]);
            for (var d = 0; d < kernel.Length; d++)
            {
                var total = dilation[d] * (kernel[d] - 1);
                (before[d], after[d]) = (total / 2, total - (total / 2));
            }

            return (before, after);
        }

        /// <summary>Convolution without padding, or padded so that the lengths stay.</summary>
        public static Tensor ApplyPadded(int dims, Tensor x, Tensor weight, Tensor? bias, long[] stride, TorchSharp.Padding padding,
            long[] dilation, long groups)
        {
            if (padding == TorchSharp.Padding.Valid)
                return Apply(dims, x, weight, bias, stride, new long[dims], dilation, groups);
            if (weight.Rank != dims + 2)
                throw Errors.Shapes($"conv{dims}d", x.Sizes, weight.Sizes, "the weight needs (K, C / groups, kernel)");
            var (before, after) = SamePadding($"conv{dims}d", weight.Sizes.AsSpan(2), stride, dilation);
            var extra = new long[2 * dims];
            for (var d = 0; d < dims; d++)
                extra[(2 * (dims - 1 - d)) + 1] = after[d] - before[d];
            return Apply(dims, Borders.Apply(x, extra, TorchSharp.PaddingModes.Constant, 0), weight, bias, stride, before, dilation,
                groups);
        }

        /// <summary>Beyond these limits a window is no window, and sums of lengths would leave the range of a 64-bit integer.</summary>
        public static void CheckWindow(string name, Tensor x, ReadOnlySpan<long> kernel, ReadOnlySpan<long> stride,
            ReadOnlySpan<long> padding, ReadOnlySpan<long> dilation)
        {
            const long most = int.MaxValue - 1;
            if (kernel.ContainsAnyExceptInRange(1, most) || stride.ContainsAnyExceptInRange(1, most)
                || dilation.ContainsAnyExceptInRange(1, most)
                || padding.ContainsAnyExceptInRange(0, most))
                throw Errors.Shape(name, x.Sizes,
                    $"kernel {Layout.Text(kernel)}, stride {Layout.Text(stride)} and dilation {Layout.Text(dilation)} "
                    + $"must be positive, padding {Layout.Text(padding)} must not be negative, and none may be above {most}");
        }

        public static void CheckBias(string name, Tensor weight, Tensor? bias, long channels)
        {
            if (bias is not null && (bias.Rank != 1 || bias.Sizes[0] != channels))
                throw Errors.Shapes(name, weight.Sizes, bias.Sizes, "the bias needs one element for each output channel");
        }

        public static void CheckTypes(string name, Tensor x, Tensor weight, Tensor? bias)
        {
            if (x.Type is not (ScalarType.Float32 or ScalarType.Float64))
                throw new NotSupportedException(
                    $"{name}: the embedded engine computes it in Float32 and Float64, not {x.Type}; convert the tensor.");
            Errors.RequireType(name, x, weight, bias);
        }

        /// <summary>One number for each dimension, from none (the missing value), one, or all.</summary>
        public static long[] Each(string name, int dims, long[]? values, long missing) => values switch
        {
            null or [] => [.. Enumerable.Repeat(missing, dims)],
            [var one] => [.. Enumerable.Repeat(one, dims)],
            _ when values.Length == dims => values,
            _ => throw new ArgumentException($"{name}: expected one or {dims} numbers, not {values.Length}."),
        };

        private static Tensor Flat(Tensor x, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] dilation, long groups)
        {
            var shape = new Conv2dShape(x.Sizes[0], x.Sizes[1], x.Sizes[2], x.Sizes[3], weight.Sizes[0], weight.Sizes[2], weight.Sizes[3],
                stride[0], stride[1], padding[0], padding[1], dilation[0], dilation[1], groups);
            using var input = x.InOrder();
            using var w = weight.InOrder();
            using var b = bias?.InOrder();
            var result = ConvolutionKernel.Forward(shape, input, w, b);
            if (Tape.Open("conv2d", x, weight, bias) is not { } node)
                return result;
            var savedInput = node.Needs(1) ? node.Save(input) : null;
            var savedWeight = node.Needs(0) ? node.Save(w) : null;
            node.Define(g =>
            {
                using var dy = g[0]!.InOrder();
                return
                [
                    savedWeight is null ? null : ConvolutionKernel.BackwardInput(shape, dy, savedWeight.Value),
                    savedInput is null ? null : ConvolutionKernel.BackwardWeight(shape, savedInput.Value, dy),
                    node.Needs(2) ? ConvolutionKernel.BackwardBias(shape, dy) : null,
                ];
            });
            return node.Close(result);
        }

        /// <summary>Three dimensions as a sum of flat convolutions, one for each depth of the kernel, over slices as pictures.</summary>
        private static Tensor Deep(Tensor x, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] dilation, long groups)
        {
            var padded = Borders.Apply(x, [0, 0, 0, 0, padding[0], padding[0]], TorchSharp.PaddingModes.Constant, 0);
            long batch = x.Sizes[0], channels = x.Sizes[1], outputs = weight.Sizes[0];
            var slices = ((padded.Sizes[2] - (dilation[0] * (weight.Sizes[2] - 1)) - 1) / stride[0]) + 1;
            Tensor? sum = null;
            for (var depth = 0L; depth < weight.Sizes[2]; depth++)
            {
                var first = depth * dilation[0];
                var pictures = Views.Slice(padded, 2, first, first + (stride[0] * (slices - 1)) + 1, stride[0]).transpose(1, 2)
                    .reshape(batch * slices, channels, x.Sizes[3], x.Sizes[4]);
                var part = Flat(
                    pictures, weight.select(2, depth), depth == 0 ? bias : null, stride[1..], padding[1..], dilation[1..], groups);
                sum = sum is null ? part : sum + part;
            }

            return sum!.reshape(batch, slices, outputs, sum.Sizes[2], sum.Sizes[3]).transpose(1, 2).contiguous();
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
                /// <summary>Convolution: (N, C, L) with (K, C / groups, l) to (N, K, L').</summary>
                public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null,
                    long? dilation = null, long groups = 1) =>
                    Convolutions.Apply(1, input, weight, bias, [stride ?? 1], [padding ?? 0], [dilation ?? 1], groups);

                /// <summary>
                /// Convolution without padding, or padded to the same length: (N, C, L) with (K, C / groups, l) to (N, K, L').
                /// </summary>
                public static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                    Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                    Convolutions.ApplyPadded(1, input, weight, bias, [stride ?? 1], padding, [dilation ?? 1], groups);

                /// <summary>Convolution: (N, C, H, W) with (K, C / groups, h, w) to (N, K, H', W').</summary>
                public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                    long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                    Convolutions.Apply(2, input, weight, bias, Convolutions.Each("conv2d", 2, strides, 1),
                        Convolutions.Each("conv2d", 2, padding, 0), Convolutions.Each("conv2d", 2, dilation, 1), groups);

                /// <summary>Convolution without padding, or padded to the same lengths: (N, C, H, W) to (N, K, H', W').</summary>
                public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                    Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                    Convolutions.ApplyPadded(2, input, weight, bias, Convolutions.Each("conv2d", 2, strides, 1), padding,
                        Convolutions.Each("conv2d", 2, dilation, 1), groups);

                /// <summary>Convolution: (N, C, D, H, W) with (K, C / groups, d, h, w) to (N, K, D', H', W').</summary>
                public static Tensor conv3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                    long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                    Convolutions.Apply(3, input, weight, bias, Convolutions.Each("conv3d", 3, strides, 1),
                        Convolutions.Each("conv3d", 3, padding, 0), Convolutions.Each("conv3d", 3, dilation, 1), groups);

                /// <summary>Convolution without padding, or padded to the same lengths: (N, C, D, H, W) to (N, K, D', H', W').</summary>
                public static Tensor conv3d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                    Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                    Convolutions.ApplyPadded(3, input, weight, bias, Convolutions.Each("conv3d", 3, strides, 1), padding,
                        Convolutions.Each("conv3d", 3, dilation, 1), groups);
            }
        }
    }
}
