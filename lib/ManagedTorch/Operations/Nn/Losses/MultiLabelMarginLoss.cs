// Scores x (N, C) and the numbers of the right classes to l (N): sum over right j, others i of max(0, 1 - x_j + x_i) / C.
// Each term that is not 0 sends -dl / C to x_j and dl / C to x_i.

using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The sum over right classes j and others i of max(0, 1 - x[j] + x[i]), over the number of classes.</summary>
            /// <param name="input">Shape (N, C) or (C).</param>
            /// <param name="target">The same shape: in each row the numbers of the right classes, ended by -1.</param>
            /// <param name="reduction">Mean, sum or none.</param>
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                if (input.ndim is not (1 or 2) || !target.shape.AsSpan().SequenceEqual(input.shape))
                {
                    throw Errors.Shapes("multi_label_margin_loss", input.shape, target.shape, "it needs (N, C) twice, or (C) twice");
                }
                if (input.ndim == 1)
                {
                    Tensor one = multi_label_margin_loss(input.unsqueeze(0), target.unsqueeze(0), reduction);
                    return reduction == Reduction.None ? one.squeeze(0) : one;
                }
                // named is 1 up to the first -1 of a row; isRight is 1 at the classes that are named
                Tensor named = (target < 0).to_type(ScalarType.Int64).cumsum(1) == 0;
                Tensor classes = target.clamp_min(0);
                Tensor counts = named.to_type(input.dtype);
                Tensor isRight = (zeros_like(input).scatter_add(1, classes, counts) > 0).to_type(input.dtype);
                Tensor lack = (1 - input.gather(1, classes).unsqueeze(2) + input.unsqueeze(1)).clamp_min(0); // (N, named, C)
                Tensor pairs = counts.unsqueeze(2) * (1 - isRight).unsqueeze(1);
                return Losses.Reduce((lack * pairs).sum([1L, 2L]) / (double)input.shape[1], reduction);
            }
        }
    }
}
