// Running results along a dimension; x and y have one shape.
// cumprod: y_i = y_{i-1} x_i; logcumsumexp: y_i = log Σ_{j <= i} exp(x_j), dx_j = Σ_{i >= j} dy_i exp(x_j - y_i);
// cummax, cummin: dy_i goes to the element that won.

using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>
        /// Running product along a dimension: y_i = x_0 x_1 ... x_i. Recorded step by step, so zeros keep their gradient.
        /// </summary>
        public Tensor cumprod(long dim, ScalarType? type = null)
        {
            var wanted = type ?? (DTypes.IsFloating(dtype) ? dtype : ScalarType.Int64);
            return Running("cumprod", to_type(wanted), dim, (before, x) => before * x);
        }

        /// <summary>log of the running sum of exp along a dimension, without overflow.</summary>
        public Tensor logcumsumexp(long dim) => Running("logcumsumexp", this, dim, (before, x) => before.logaddexp(x));

        /// <summary>
        /// The largest element so far along a dimension, and where it is (the last of equals; NaN wins). The gradient goes there.
        /// </summary>
        public (Tensor values, Tensor indexes) cummax(long dim) => RunningExtreme("cummax", dim, largest: true);

        /// <summary>
        /// The smallest element so far along a dimension, and where it is (the last of equals; NaN wins). The gradient goes there.
        /// </summary>
        public (Tensor values, Tensor indexes) cummin(long dim) => RunningExtreme("cummin", dim, largest: false);

        /// <summary>Differences of neighbours along a dimension, n times, after joining something before and behind.</summary>
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null)
        {
            var at = Layout.Dimension(dim, Rank, "diff");
            if (Rank == 0 || n < 0)
                throw Errors.Shape("diff", Sizes, Rank == 0 ? "a tensor without dimensions has no neighbours" : $"the order is {n}");
            Tensor?[] parts = [prepend, this, append];
            var result = prepend is null && append is null ? Same() : cat([.. parts.OfType<Tensor>()], at);
            for (var i = 0L; i < n; i++)
            {
                var length = Math.Max(0, result.Sizes[at] - 1);
                Tensor late = result.narrow(at, result.Sizes[at] - length, length), early = result.narrow(at, 0, length);
                result = Type == ScalarType.Bool ? late.ne(early) : late - early;
            }

            return result;
        }

        /// <summary>The area below y by trapezoids of width dx along a dimension.</summary>
        public Tensor trapezoid(double dx = 1, long dim = -1) => Trapezoids(null, dim).sum(dim) * dx;

        /// <summary>The area below y by trapezoids between the places x along a dimension.</summary>
        public Tensor trapezoid(Tensor x, long dim = -1) => Trapezoids(x, dim).sum(dim);

        /// <summary>The running area below y by trapezoids of width dx along a dimension.</summary>
        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => Trapezoids(null, dim).cumsum(dim) * dx;

        /// <summary>The running area below y by trapezoids between the places x along a dimension.</summary>
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Trapezoids(x, dim).cumsum(dim);

        private Tensor Trapezoids(Tensor? x, long dim)
        {
            var at = Layout.Axis(dim, Live().Sizes, "trapezoid");
            var length = Math.Max(0, Sizes[at] - 1);
            var heights = (narrow(at, Sizes[at] - length, length) + narrow(at, 0, length)) * 0.5;
            if (x is null)
                return heights;
            var widths = x.diff(dim: x.Rank == 1 ? -1 : dim);
            return heights * (widths.Rank == 1 ? widths.reshape([-1, .. Enumerable.Repeat(1L, Rank - 1 - at)]) : widths);
        }

        private static Tensor Running(string name, Tensor x, long dim, Func<Tensor, Tensor, Tensor> next)
        {
            var at = Layout.Dimension(dim, x.Rank, name);
            if (x.Rank == 0 || x.Count == 0)
                return x.clone();
            var slices = x.unbind(at);
            for (var i = 1; i < slices.Length; i++)
                slices[i] = next(slices[i - 1], slices[i]);
            return stack(slices, at);
        }

        private (Tensor values, Tensor indexes) RunningExtreme(string name, long dim, bool largest)
        {
            var at = Layout.Dimension(dim, Rank, name);
            if (Rank == 0 || Count == 0)
                return (clone(), zeros(Sizes, ScalarType.Int64));
            Tensor places;
            using (no_grad())
            {
                var slices = detach().unbind(at);
                var indexes = new Tensor[slices.Length];
                indexes[0] = zeros(slices[0].Sizes, ScalarType.Int64);
                for (var i = 1; i < slices.Length; i++)
                {
                    var wins = largest ? slices[i] >= slices[i - 1] : slices[i] <= slices[i - 1];
                    var better = slices[i].isnan() | (wins & slices[i - 1].isnan().logical_not());
                    indexes[i] = torch.where(better, tensor((long)i), indexes[i - 1]);
                    slices[i] = torch.where(better, slices[i], slices[i - 1]);
                }

                places = stack(indexes, at);
            }

            return (gather(at, places), places);
        }
    }
}
