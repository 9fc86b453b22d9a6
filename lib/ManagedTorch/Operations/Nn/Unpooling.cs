using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// The way back from max pooling: y[n, c, i[n, c, o]] = x[n, c, o] and 0 elsewhere, where i are the places that the pooling chose,
    /// counted within a picture; (N, C, places) or (C, places). dx[n, c, o] = dy[n, c, i[n, c, o]].
    /// </summary>
    internal static class Unpooling
    {
        public static Tensor Apply(string name, int dims, Tensor x, Tensor indices, long[] kernel, long[]? stride, long[]? padding,
            long[]? outputSize)
        {
            if ((x.Rank != dims + 1 && x.Rank != dims + 2) || !indices.Sizes.AsSpan().SequenceEqual(x.Sizes))
                throw Errors.Shapes(name, x.Sizes, indices.Sizes,
                    $"it needs {dims} dimensions of places after the channels, and one index for each element");
            if (indices.Type != ScalarType.Int64)
                throw new InvalidOperationException($"{name}: the indices must be Int64, not {indices.Type}.");
            var window = Convolutions.Each(name, dims, kernel, 1);
            var steps = stride is null or [] ? window : Convolutions.Each(name, dims, stride, 1);
            var border = Convolutions.Each(name, dims, padding, 0);
            Convolutions.CheckWindow(name, x, window, steps, border, steps);
            if (outputSize is not null && outputSize.Length < dims)
                throw new ArgumentException($"{name}: output_size needs {dims} lengths, not {outputSize.Length}.");
            var lengths = new long[dims];
            for (var d = 0; d < dims; d++)
            {
                var usual = ((x.Sizes[x.Rank - dims + d] - 1) * steps[d]) - (2 * border[d]) + window[d];
                lengths[d] = outputSize is null ? usual : outputSize[outputSize.Length - dims + d];
                if (lengths[d] < 1 || (outputSize is not null && Math.Abs(lengths[d] - usual) >= steps[d]))
                    throw Errors.Shape(name, x.Sizes, $"dimension {d} of the places gets a length near {usual}, not {lengths[d]}");
            }

            var front = x.Sizes[..^dims];
            var places = Layout.Count(lengths);
            if (x.Count > 0 && (indices.min().item<long>() < 0 || indices.max().item<long>() >= places))
                throw Errors.Shape(name, x.Sizes, $"an index lies outside of {Layout.Text(lengths)}");
            long[] flat = [.. front, Layout.Count(x.Sizes.AsSpan(x.Rank - dims))];
            return zeros([.. front, places], x.Type).scatter(-1, indices.reshape(flat), x.reshape(flat)).reshape([.. front, .. lengths]);
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
                /// Puts the values of max_pool1d_with_indices back to where they came from, among zeros: (N, C, L) to (N, C, L').
                /// </summary>
                public static Tensor max_unpool1d(Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null,
                    long[]? output_size = null) =>
                    Unpooling.Apply("max_unpool1d", 1, input, indices, [kernel_size],
                        stride is { } s ? [s] : null, padding is { } p ? [p] : null, output_size);

                /// <summary>
                /// Puts the values of max_pool2d_with_indices back to where they came from, among zeros: (N, C, H, W) to (N, C, H', W').
                /// </summary>
                public static Tensor max_unpool2d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null,
                    long[]? padding = null, long[]? output_size = null) =>
                    Unpooling.Apply("max_unpool2d", 2, input, indices, kernel_size, stride, padding, output_size);

                /// <summary>Puts the values of max_pool3d_with_indices back to where they came from, among zeros.</summary>
                public static Tensor max_unpool3d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null,
                    long[]? padding = null, long[]? output_size = null) =>
                    Unpooling.Apply("max_unpool3d", 3, input, indices, kernel_size, stride, padding, output_size);
            }
        }
    }
}
