using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Transposed convolution over depth, height and width: y[n, o, i * stride - padding + k * dilation] += w[c, o, k] x[n, c, i],
    /// plus b[o]. A flat transposed convolution for each depth k of the kernel, whose slices are added to the slices of the result that
    /// they belong to; gradients follow from those two steps.
    /// </summary>
    internal static class DeepTransposedConvolutions
    {
        private const string Name = "conv_transpose3d";

        /// <summary>
        /// (N, C, D, H, W) with (C, K / groups, d, h, w) to (N, K, (D - 1) stride - 2 padding + dilation (d - 1) + extra + 1, ...).
        /// </summary>
        public static Tensor Apply(Tensor x, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] extra, long[] dilation,
            long groups)
        {
            if (x.Rank == 4)
                return Apply(x.unsqueeze(0), weight, bias, stride, padding, extra, dilation, groups).squeeze(0);
            if (x.Rank != 5 || weight.Rank != 5 || weight.Sizes[0] != x.Sizes[1])
                throw Errors.Shapes(Name, x.Sizes, weight.Sizes, $"it needs (N, C, D, H, W) and (C, K / {groups}, d, h, w)");
            Convolutions.CheckWindow(Name, x, weight.Sizes.AsSpan(2), stride, padding, dilation);
            long batch = x.Sizes[0], depths = x.Sizes[2];
            if (extra[0] < 0 || extra[0] >= Math.Max(stride[0], dilation[0]))
                throw Errors.Shapes(Name, x.Sizes, weight.Sizes, $"output_padding {extra[0]} must be smaller than stride or dilation");
            var length = ((depths - 1) * stride[0]) - (2 * padding[0]) + (dilation[0] * (weight.Sizes[2] - 1)) + extra[0] + 1;
            if (length is < 1 or > int.MaxValue || depths == 0)
                throw Errors.Shapes(Name, x.Sizes, weight.Sizes, $"the result would have length {length}");

            var slices = x.transpose(1, 2).reshape(batch * depths, x.Sizes[1], x.Sizes[3], x.Sizes[4]);
            var parts = new List<Tensor>();
            var places = new List<long>();
            for (var k = 0L; k < weight.Sizes[2]; k++)
            {
                // Slice i goes to place first + i * stride; what lies in the padding is left out.
                var first = (k * dilation[0]) - padding[0];
                var kept = Enumerable.Range(0, (int)depths)
                    .Where(i => first + (i * stride[0]) >= 0 && first + (i * stride[0]) < length).ToArray();
                var part = TransposedConvolutions.Apply(Name, slices, weight.select(2, k), null, stride[1..], padding[1..], extra[1..],
                    dilation[1..], groups);
                part = part.reshape(batch, depths, part.Sizes[1], part.Sizes[2], part.Sizes[3]);
                parts.Add(kept.Length == depths ? part : part.index_select(1, tensor(kept.Select(i => (long)i).ToArray())));
                places.AddRange(kept.Select(i => first + (i * stride[0])));
            }

            var all = cat(parts, 1);
            var result = zeros([batch, length, .. all.Sizes[2..]], x.Type).index_add(1, tensor(places.ToArray()), all, 1).transpose(1, 2);
            Convolutions.CheckBias(Name, weight, bias, result.Sizes[1]);
            Convolutions.CheckTypes(Name, x, weight, bias);
            return bias is null ? result.contiguous() : result + bias.reshape(-1, 1, 1, 1);
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
                /// <summary>Transposed convolution: (N, C, D, H, W) with (C, K / groups, d, h, w) to (N, K, D', H', W').</summary>
                public static Tensor conv_transpose3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                    long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                    DeepTransposedConvolutions.Apply(input, weight, bias, Convolutions.Each("conv_transpose3d", 3, strides, 1),
                        Convolutions.Each("conv_transpose3d", 3, padding, 0), Convolutions.Each("conv_transpose3d", 3, output_padding, 0),
                        Convolutions.Each("conv_transpose3d", 3, dilation, 1), groups);
            }
        }
    }
}
