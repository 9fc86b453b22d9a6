using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Transposed convolution, the gradient of a convolution as an operation of its own (Zeiler et al. 2010):
    /// y[n, o, i * stride - padding + k * dilation] += w[c, o, k] x[n, c, i], plus b[o].
    /// dx convolves dy with w, dw is the convolution's weight gradient with x and dy exchanged, db sums dy.
    /// </summary>
    internal static class TransposedConvolutions
    {
        /// <summary>
        /// (N, C, H, W) with (C, K / groups, h, w) to (N, K, (H - 1) stride - 2 padding + dilation (h - 1) + extra + 1, ...).
        /// </summary>
        public static Tensor Apply(string name, Tensor x, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] extra,
            long[] dilation, long groups)
        {
            if (x.Rank == 3)
                return Apply(name, x.unsqueeze(0), weight, bias, stride, padding, extra, dilation, groups).squeeze(0);
            if (groups < 1)
                throw new ArgumentOutOfRangeException(nameof(groups), $"{name}: the number of groups must be positive, not {groups}.");
            if (x.Rank != 4 || weight.Rank != 4 || weight.Sizes[0] != x.Sizes[1] || x.Sizes[1] % groups != 0)
                throw Errors.Shapes(name, x.Sizes, weight.Sizes, $"it needs (N, C, places) and (C, K / {groups}, kernel)");
            var outputs = weight.Sizes[1] * groups;
            Convolutions.CheckBias(name, weight, bias, outputs);
            Convolutions.CheckTypes(name, x, weight, bias);
            Convolutions.CheckWindow(name, x, weight.Sizes.AsSpan(2), stride, padding, dilation);
            var lengths = new long[2];
            for (var d = 0; d < 2; d++)
            {
                if (extra[d] < 0 || extra[d] >= Math.Max(stride[d], dilation[d]))
                    throw Errors.Shapes(name, x.Sizes, weight.Sizes, $"output_padding {extra[d]} must be smaller than stride or dilation");
                lengths[d] = ((x.Sizes[2 + d] - 1) * stride[d]) - (2 * padding[d])
                    + (dilation[d] * (weight.Sizes[2 + d] - 1)) + extra[d] + 1;
                if (lengths[d] is < 1 or > int.MaxValue)
                    throw Errors.Shapes(name, x.Sizes, weight.Sizes, $"the result would have length {lengths[d]}");
            }

            // The convolution whose gradient this is: it leads from the result's lengths to those of x.
            var shape = new Conv2dShape(x.Sizes[0], outputs, lengths[0], lengths[1], x.Sizes[1], weight.Sizes[2], weight.Sizes[3],
                stride[0], stride[1], padding[0], padding[1], dilation[0], dilation[1], groups);
            using var input = x.InOrder();
            using var w = weight.InOrder();
            var result = ConvolutionKernel.BackwardInput(shape, input, w);
            if (bias is not null)
                using (no_grad())
                    result.add_(bias.reshape(1, outputs, 1, 1));
            if (Tape.Open(name, x, weight, bias) is not { } node)
                return result;
            var savedInput = node.Needs(1) ? node.Save(input) : null;
            var savedWeight = node.Needs(0) ? node.Save(w) : null;
            node.Define(g =>
            {
                using var dy = g[0]!.InOrder();
                return
                [
                    savedWeight is null ? null : ConvolutionKernel.Forward(shape, dy, savedWeight.Value, null),
                    savedInput is null ? null : ConvolutionKernel.BackwardWeight(shape, dy, savedInput.Value),
                    node.Needs(2) ? dy.sum([0, 2, 3]) : null,
                ];
            });
            return node.Close(result);
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
                /// <summary>Transposed convolution: (N, C, L) with (C, K / groups, l) to (N, K, L').</summary>
                public static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                    long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1) =>
                    input.Rank is 2 or 3 && weight.Rank == 3
                        ? TransposedConvolutions.Apply("conv_transpose1d", input.unsqueeze(-2), weight.unsqueeze(-2), bias,
                            [1, stride ?? 1], [0, padding ?? 0], [0, output_padding ?? 0], [1, dilation ?? 1], groups).squeeze(-2)
                        : throw Errors.Shapes("conv_transpose1d", input.Sizes, weight.Sizes,
                            $"it needs (N, C, L) and (C, K / {groups}, l)");

                /// <summary>Transposed convolution: (N, C, H, W) with (C, K / groups, h, w) to (N, K, H', W').</summary>
                public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                    long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                    TransposedConvolutions.Apply("conv_transpose2d", input, weight, bias,
                        Convolutions.Each("conv_transpose2d", 2, strides, 1), Convolutions.Each("conv_transpose2d", 2, padding, 0),
                        Convolutions.Each("conv_transpose2d", 2, output_padding, 0),
                        Convolutions.Each("conv_transpose2d", 2, dilation, 1), groups);
            }
        }
    }
}
