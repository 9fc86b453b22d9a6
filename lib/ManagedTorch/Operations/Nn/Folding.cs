using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// The adjoint of unfold: y[n, c, p] is the sum of the entries of all windows that lie on place p. Backward, each entry gets the
    /// gradient of its place.
    /// </summary>
    internal static class Folding
    {
        /// <summary>(N, C * h * w, windows) or without N to (N, C, output_size).</summary>
        public static Tensor Fold(Tensor x, (long H, long W) size, (long H, long W) kernel, (long H, long W) dilation,
            (long H, long W) padding, (long H, long W) stride)
        {
            if (x.Rank == 2)
                return Fold(x.unsqueeze(0), size, kernel, dilation, padding, stride).squeeze(0);
            if (x.Rank != 3 || kernel.H < 1 || kernel.W < 1 || x.Sizes[1] % (kernel.H * kernel.W) != 0)
                throw Errors.Shape("fold", x.Sizes, $"it needs (N, C * {kernel.H} * {kernel.W}, windows)");
            Convolutions.CheckWindow("fold", x, [kernel.H, kernel.W], [stride.H, stride.W], [padding.H, padding.W],
                [dilation.H, dilation.W]);
            if (size.H is < 1 or > int.MaxValue || size.W is < 1 or > int.MaxValue)
                throw Errors.Shape("fold", x.Sizes, $"a picture of ({size.H}, {size.W}) cannot be made");
            var (height, width) = (size.H + (2 * padding.H), size.W + (2 * padding.W));
            var rows = ((height - (dilation.H * (kernel.H - 1)) - 1) / stride.H) + 1;
            var columns = ((width - (dilation.W * (kernel.W - 1)) - 1) / stride.W) + 1;
            if (height < (dilation.H * (kernel.H - 1)) + 1 || width < (dilation.W * (kernel.W - 1)) + 1 || rows * columns != x.Sizes[2])
                throw Errors.Shape("fold", x.Sizes,
                    $"a picture of ({size.H}, {size.W}) has {Math.Max(0, rows) * Math.Max(0, columns)} windows, not {x.Sizes[2]}");
            var channels = x.Sizes[1] / (kernel.H * kernel.W);
            // The padded picture's place of (h, w, row, column).
            using var h = arange(kernel.H).mul(dilation.H).reshape(-1, 1, 1, 1) + arange(rows).mul(stride.H).reshape(-1, 1);
            using var v = arange(kernel.W).mul(dilation.W).reshape(-1, 1, 1) + arange(columns).mul(stride.W);
            using var places = (h.mul(width) + v).reshape(-1);
            var padded = zeros([x.Sizes[0] * channels, height * width], x.Type)
                .index_add(1, places, x.reshape(x.Sizes[0] * channels, places.Count), 1).reshape(x.Sizes[0], channels, height, width);
            return padded.narrow(2, padding.H, size.H).narrow(3, padding.W, size.W).contiguous();
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
                /// <summary>
                /// Adds windows in columns back into square pictures: (N, C * kernel * kernel, windows) to (N, C, size, size).
                /// </summary>
                public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0,
                    long stride = 1) =>
                    fold(input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding),
                        (stride, stride));

                /// <summary>Adds windows in columns back into pictures: (N, C * h * w, windows) to (N, C, output_size).</summary>
                public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null,
                    (long, long)? padding = null, (long, long)? stride = null) =>
                    Folding.Fold(input, output_size, kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));
            }
        }
    }
}
