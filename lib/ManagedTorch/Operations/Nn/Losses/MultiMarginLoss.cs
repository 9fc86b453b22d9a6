// Scores x (N, C) and classes y (N) to l (N): w_y sum over j other than y of max(0, margin - x_y + x_j)^p / C.
// A term m^p that is not 0 sends dl w_y p m^(p-1) / C to x_j and its negative to x_y.

using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// For class y: the sum over the other classes j of max(0, margin - x[y] + x[j])^p, over C, times y's weight.
            /// </summary>
            /// <param name="input">Shape (N, C) or (C).</param>
            /// <param name="target">Class numbers (N), or one.</param>
            /// <param name="p">1 or 2.</param>
            /// <param name="margin">By how much the right class shall win.</param>
            /// <param name="weight">The weight of each class, shape (C).</param>
            /// <param name="reduction">Mean, sum or none.</param>
            public static Tensor multi_margin_loss(Tensor input, Tensor target, int p = 1, double margin = 1, Tensor? weight = null,
                Reduction reduction = Reduction.Mean)
            {
                if (p is not (1 or 2))
                {
                    throw new ArgumentException($"multi_margin_loss: expects p = 1 or 2, got {p}");
                }
                if (input.ndim == 1 && target.numel() == 1)
                {
                    Tensor one = multi_margin_loss(input.unsqueeze(0), target.reshape(1), p, margin, weight, reduction);
                    return reduction == Reduction.None ? one.squeeze(0) : one;
                }
                if (input.ndim != 2 || target.ndim != 1 || target.shape[0] != input.shape[0])
                {
                    throw Errors.Shapes("multi_margin_loss", input.shape, target.shape, "it needs (N, C) and class numbers (N)");
                }
                Tensor right = target.unsqueeze(1);
                Tensor lack = (margin - input.gather(1, right) + input).clamp_min(0);
                if (p == 2)
                {
                    lack = lack.square();
                }
                if (weight is not null)
                {
                    lack *= weight.index_select(0, target).unsqueeze(1);
                }
                Tensor others = ones_like(input).scatter(1, right, zeros_like(input));
                return Losses.Reduce((lack * others).sum(1) / (double)input.shape[1], reduction);
            }
        }
    }
}
