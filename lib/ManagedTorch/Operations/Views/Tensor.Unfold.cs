// (..., n, ...) to (..., (n - size) / step + 1, ..., size): y[i, j] = x[i step + j], without copying;
// dx_k is the sum of dy over the windows that hold place k.

using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Windows of a dimension as a view: the dimension counts windows, a new last dimension runs through each.</summary>
        public Tensor unfold(long dimension, long size, long step)
        {
            var at = Layout.Dimension(dimension, Rank, "unfold");
            if (Rank == 0 || size < 0 || size > Sizes[at] || step <= 0)
                throw Errors.Shape("unfold", Sizes, $"windows of {size} with steps of {step} cannot be taken from dimension {at}");
            var count = ((Sizes[at] - size) / step) + 1;
            long[] sizes = [.. Sizes, size], strides = [.. Strides, Strides[at]];
            sizes[at] = count;
            strides[at] *= step;
            var shape = Sizes;
            return Views.View("unfold", this, sizes, strides, Offset, gradient =>
            {
                // Windows may overlap, so they are added one place of the window after the other.
                var full = Zeros(shape, gradient.Type);
                for (var i = 0L; i < size; i++)
                    Elementwise.AddInPlace(Views.Slice(full, at, i, i + (step * (count - 1)) + 1, step), gradient.select(-1, i));
                return full;
            });
        }
    }
}
