using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Pictures in another size. Every mode is separable: each dimension is multiplied by a matrix whose rows hold the weights of the
    /// input places of one output place.
    /// </summary>
    internal static class Resampling
    {
        public static Tensor Interpolate(Tensor x, long[]? size, double[]? factors, InterpolationMode mode, bool corners, bool recompute)
        {
            var places = x.Rank - 2;
            if (places is < 1 or > 3)
                throw Errors.Shape("interpolate", x.Sizes, "it needs (N, C, L), (N, C, H, W) or (N, C, D, H, W)");
            if ((size is null) == (factors is null))
                throw new ArgumentException("interpolate: give either size or scale_factor.");
            if (mode switch
            {
                InterpolationMode.Linear => places != 1,
                InterpolationMode.Bilinear or InterpolationMode.Bicubic => places != 2,
                InterpolationMode.Trilinear => places != 3,
                _ => false,
            })
                throw Errors.Shape("interpolate", x.Sizes, $"the {mode} mode is not for {places} dimensions of places");
            var given = size?.Length ?? factors!.Length;
            if (given != places && given != 1)
                throw Errors.Shape("interpolate", x.Sizes, $"{given} lengths were given for {places} dimensions of places");
            if (mode == InterpolationMode.Area)
                return AdaptivePooling.Average("interpolate", x, [.. Enumerable.Range(0, places).Select(d => Target(x, d, size, factors))]);
            for (var d = 0; d < places; d++)
            {
                var at = given == 1 ? 0 : d;
                var length = x.Sizes[2 + d];
                var target = Target(x, d, size, factors);
                if (target < 1 || length < 1)
                    throw Errors.Shape("interpolate", x.Sizes, $"dimension {2 + d} would get length {target}");
                if (target > int.MaxValue / length)
                    throw Errors.Shape("interpolate", x.Sizes, $"length {target} of dimension {2 + d} is too large");
                var scale = factors is not null && !recompute ? 1 / factors[at] : (double)length / target;
                x = Along(x, 2 + d, target, scale, mode, corners);
            }

            return x;
        }

        private static long Target(Tensor x, int place, long[]? size, double[]? factors) => size is not null
            ? size[size.Length == 1 ? 0 : place]
            : (long)Math.Floor(x.Sizes[2 + place] * factors![factors.Length == 1 ? 0 : place]);

        private static Tensor Along(Tensor x, int dim, long target, double scale, InterpolationMode mode, bool corners)
        {
            var length = x.Sizes[dim];
            if (mode is InterpolationMode.Nearest or InterpolationMode.NearestExact)
            {
                var shift = mode == InterpolationMode.Nearest ? 0 : 0.5;
                var nearest = new long[target];
                for (var i = 0L; i < target; i++)
                    nearest[i] = Math.Min((long)Math.Floor((i + shift) * scale), length - 1);
                return x.index_select(dim, tensor(nearest));
            }

            using var weights = tensor(Weights(length, target, scale, mode == InterpolationMode.Bicubic, corners)).reshape(target,
                length).to_type(x.Type);
            return dim == x.Rank - 1 ? x.matmul(weights.t()) : dim == x.Rank - 2 ? weights.matmul(x)
                : x.transpose(dim, -1).matmul(weights.t()).transpose(dim, -1).contiguous();
        }

        private static double[] Weights(long length, long target, double scale, bool cubic, bool corners)
        {
            var weights = new double[target * length];
            for (var i = 0L; i < target; i++)
            {
                var place = corners ? (target == 1 ? 0 : i * (double)(length - 1) / (target - 1)) : ((i + 0.5) * scale) - 0.5;
                place = cubic ? place : Math.Max(place, 0);
                var left = (long)Math.Floor(place);
                var t = place - left;
                ReadOnlySpan<double> shares = cubic ? [Far(t + 1), Near(t), Near(1 - t), Far(2 - t)] : [1 - t, t];
                for (var k = 0; k < shares.Length; k++)
                    weights[(i * length) + Math.Clamp(left + k - (cubic ? 1 : 0), 0, length - 1)] += shares[k];
            }

            return weights;
        }

        // Keys 1981, equation 4, with a = -0.75 as in PyTorch: the two pieces of the cubic convolution kernel.
        private static double Near(double t) => (((1.25 * t) - 2.25) * t * t) + 1;

        private static double Far(double t) => -0.75 * ((((t - 5) * t) + 8) * t - 4);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        /// <summary>How a picture in another size is computed.</summary>
        public enum InterpolationMode
        {
            Nearest = 0,
            Linear = 1,
            Bilinear = 2,
            Bicubic = 3,
            Trilinear = 4,
            Area = 5,
            NearestExact = 6,
        }

        /// <summary>How <see cref="Modules.Upsample"/> computes a larger picture.</summary>
        public enum UpsampleMode
        {
            Nearest = 0,
            Linear = 1,
            Bilinear = 2,
            Bicubic = 3,
            Trilinear = 4,
        }

        public static partial class nn
        {
            public static partial class functional
            {
                /// <summary>Pictures in another size; see interpolate.</summary>
                public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null,
                    UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                    interpolate(input, size, scale_factor, (InterpolationMode)mode, align_corners);

                /// <summary>Pictures in another size, by their nearest values; see interpolate.</summary>
                public static Tensor upsample_nearest(Tensor x, long[]? size = null, double[]? scale_factor = null,
                    bool align_corners = false) =>
                    interpolate(x, size, scale_factor);

                /// <summary>(N, C, H, W) in another size, by mixtures of four values; see interpolate.</summary>
                public static Tensor upsample_bilinear(Tensor x, long[]? size = null, double[]? scale_factor = null,
                    bool align_corners = false) =>
                    interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

                /// <summary>(N, C, L) in another length, by the nearest values; see interpolate.</summary>
                public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) =>
                    interpolate(input, outputSize is { } size ? [size] : null, scaleFactor is { } factor ? [factor] : null);

                /// <summary>(N, C, H, W) in another size, by the nearest values; see interpolate.</summary>
                public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                    interpolate(input, outputSizes, scaleFactors);

                /// <summary>(N, C, D, H, W) in another size, by the nearest values; see interpolate.</summary>
                public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                    interpolate(input, outputSizes, scaleFactors);

                /// <summary>Pictures in another size: (N, C, H, W) to (N, C, H', W'); also (N, C, L) and (N, C, D, H, W).</summary>
                /// <param name="x">The pictures.</param>
                /// <param name="size">The new lengths of the places; or give <paramref name="scale_factor"/>.</param>
                /// <param name="scale_factor">Factors of the lengths.</param>
                /// <param name="mode">Nearest, NearestExact, Area, or Linear, Bilinear, Bicubic and Trilinear for their numbers of
                /// dimensions.</param>
                /// <param name="align_corners">Whether the corner places keep their values; not for the nearest modes.</param>
                /// <param name="recompute_scale_factor">Use the quotient of the lengths instead of the given factors.</param>
                /// <param name="antialias">Not supported by the embedded engine.</param>
                public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null,
                    InterpolationMode mode = InterpolationMode.Nearest,
                    bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false) =>
                    antialias
                        ? throw new NotSupportedException("interpolate: the embedded engine has no antialias; smooth the pictures before.")
                        : Resampling.Interpolate(x, size, scale_factor, mode, align_corners ?? false, recompute_scale_factor);
            }
        }
    }
}
