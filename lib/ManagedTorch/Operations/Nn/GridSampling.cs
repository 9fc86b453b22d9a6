using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Spatial transformers (Jaderberg et al. 2015). Sampling: y[n, c, o] = the sum over the corners p of the cell around place g[n, o] of
    /// w_p x[n, c, p], with w_p the product of 1 - distance over the dimensions. Gradients: of x[n, c, p], w_p dy added up; of the place,
    /// the sum over c and p of dy x[n, c, p] dw_p. Grids: places = (x, y, 1) theta', so the gradient of theta is that of a product.
    /// </summary>
    internal static class GridSampling
    {
        /// <summary>
        /// (N, C, H, W) at (N, H', W', 2) to (N, C, H', W'), or (N, C, D, H, W) at (N, D', H', W', 3); places are (x, y[, z]) from -1 to 1.
        /// </summary>
        public static Tensor Sample(Tensor x, Tensor grid, GridSampleMode mode, GridSamplePaddingMode padding, bool corners)
        {
            const string name = "grid_sample";
            var dims = x.Rank - 2;
            if (dims is not (2 or 3) || grid.Rank != x.Rank || grid.Sizes[0] != x.Sizes[0] || grid.Sizes[^1] != dims)
                throw Errors.Shapes(name, x.Sizes, grid.Sizes,
                    "it needs (N, C, H, W) and (N, H', W', 2), or one dimension and one coordinate more");
            if (x.Type is not (ScalarType.Float32 or ScalarType.Float64))
                throw new NotSupportedException(
                    $"{name}: the embedded engine computes it in Float32 and Float64, not {x.Type}; convert the tensor.");
            Errors.RequireType(name, x, grid);
            if (x.Sizes.AsSpan(2).Contains(0))
                throw Errors.Shape(name, x.Sizes, "there is no place to sample from");
            if (!Enum.IsDefined(mode) || !Enum.IsDefined(padding))
                throw new ArgumentException($"{name}: there is no mode {mode} with padding {padding}.");

            var count = Layout.Count(grid.Sizes.AsSpan(1, dims));
            // Coordinate 0 runs along the last dimension.
            var places = Enumerable.Range(0, dims)
                .Select(d => Place(grid.select(-1, dims - 1 - d).reshape(x.Sizes[0], count), x.Sizes[2 + d], padding, corners)).ToArray();
            var values = x.reshape(x.Sizes[0], x.Sizes[1], Layout.Count(x.Sizes.AsSpan(2)));
            long[] shape = [.. x.Sizes[..2], .. grid.Sizes[1..^1]];
            if (mode == GridSampleMode.Nearest)
            {
                var nearest = Corner(values, [.. places.Select(p => p.detach().round())], x.Sizes);
                return nearest.reshape(shape) + Binary.Flat(name, zeros(shape, x.Type), grid);
            }

            Tensor? sum = null;
            for (var corner = 0; corner < 1 << dims; corner++)
            {
                var at = new Tensor[dims];
                Tensor? weight = null;
                for (var d = 0; d < dims; d++)
                {
                    var low = places[d].detach().floor();
                    var high = (corner >> d & 1) == 1;
                    at[d] = high ? low + 1 : low;
                    var share = high ? places[d] - low : low + 1 - places[d];
                    weight = weight is null ? share : weight * share;
                }

                var part = Corner(values, at, x.Sizes) * weight!.unsqueeze(1);
                sum = sum is null ? part : sum + part;
            }

            return sum!.reshape(shape);
        }

        /// <summary>(N, 2, 3) and size (N, C, H, W) to places (N, H, W, 2), or (N, 3, 4) and (N, C, D, H, W) to (N, D, H, W, 3).</summary>
        public static Tensor Affine(Tensor theta, long[] size, bool corners)
        {
            var dims = size.Length - 2;
            if (dims is not (2 or 3) || size.Any(length => length < 1))
                throw new ArgumentException(
                    $"affine_grid: size must be (N, C, H, W) or (N, C, D, H, W) with positive lengths, not {Layout.Text(size)}.");
            if (theta.Rank != 3 || theta.Sizes[0] != size[0] || theta.Sizes[1] != dims || theta.Sizes[2] != dims + 1
                || !DTypes.IsFloating(theta.Type))
                throw Errors.Shapes("affine_grid", theta.Sizes, size, $"it needs floats ({size[0]}, {dims}, {dims + 1})");
            var shape = size[2..];
            var rows = new List<Tensor>();
            for (var d = dims - 1; d >= 0; d--)
            {
                var steps = shape[d] == 1 ? zeros([1], theta.Type) : linspace(-1, 1, shape[d], theta.Type);
                steps = corners ? steps : steps * ((shape[d] - 1) / (double)shape[d]);
                rows.Add(steps.reshape([shape[d], .. Enumerable.Repeat(1L, dims - 1 - d)]).expand(shape).reshape(-1));
            }

            rows.Add(ones(rows[0].Count, theta.Type));
            return stack(rows, -1).matmul(theta.mT).reshape([size[0], .. shape, dims]);
        }

        // From -1 ... 1 to places 0 ... length - 1; beyond them as the padding says.
        private static Tensor Place(Tensor coordinate, long length, GridSamplePaddingMode padding, bool corners)
        {
            var place = corners ? (coordinate + 1) * ((length - 1) / 2.0) : (((coordinate + 1) * (double)length) - 1) / 2;
            if (padding == GridSamplePaddingMode.Zeros)
                return place;
            if (padding == GridSamplePaddingMode.Reflection)
                place = Reflect(place, corners ? 0 : -0.5, corners ? length - 1 : length);
            // At the border and beyond it the gradient is zero.
            var inside = (place > 0) & (place < length - 1);
            return where(inside, place, place.detach().nan_to_num(-1).clamp(0, length - 1));
        }

        // A zigzag between low and low + span.
        private static Tensor Reflect(Tensor place, double low, double span)
        {
            if (span == 0)
                return place * 0;
            var distance = where(place < low, low - place, place - low);
            var turns = (distance.detach() / span).floor();
            var rest = distance - (turns * span);
            return where(turns.remainder(2).eq(0), rest + low, (span + low) - rest);
        }

        // The values (N, C, P) at whole-numbered places; 0 outside.
        private static Tensor Corner(Tensor values, Tensor[] at, long[] sizes)
        {
            Tensor? inside = null, index = null;
            for (var d = 0; d < at.Length; d++)
            {
                var length = sizes[2 + d];
                var within = (at[d] >= 0) & (at[d] <= length - 1);
                var place = at[d].nan_to_num(-1).clamp(0, length - 1).to_type(ScalarType.Int64);
                inside = inside is null ? within : inside & within;
                index = index is null ? place : (index * length) + place;
            }

            var found = values.gather(-1, index!.unsqueeze(1).expand(values.Sizes[0], values.Sizes[1], -1));
            return found * inside!.unsqueeze(1).to_type(values.Type);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        /// <summary>How values between places are found.</summary>
        public enum GridSampleMode
        {
            Nearest = 0,
            Bilinear = 2,
        }

        /// <summary>What lies outside a picture: nothing, its mirror image, or its border.</summary>
        public enum GridSamplePaddingMode
        {
            Zeros = 0,
            Reflection = 1,
            Border = 2,
        }

        public static partial class nn
        {
            public static partial class functional
            {
                /// <summary>
                /// The values of pictures at given places: (N, C, H, W) at (N, H', W', 2) to (N, C, H', W'); also with a depth.
                /// </summary>
                /// <param name="input">The pictures.</param>
                /// <param name="grid">Places (x, y), from -1 (left, top) to 1 (right, bottom).</param>
                /// <param name="mode">The nearest value, or a mixture of the four (eight) around the place.</param>
                /// <param name="padding_mode">What lies outside.</param>
                /// <param name="align_corners">Whether -1 and 1 are the middles of the outer elements or their outer edges.</param>
                public static Tensor grid_sample(Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                    GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null) =>
                    GridSampling.Sample(input, grid, mode, padding_mode, align_corners ?? false);

                /// <summary>
                /// The grid that moves, turns and scales pictures by matrices theta (N, 2, 3): (N, H, W, 2) for size (N, C, H, W).
                /// </summary>
                public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) =>
                    GridSampling.Affine(theta, size ?? [], align_corners);
            }
        }
    }
}
