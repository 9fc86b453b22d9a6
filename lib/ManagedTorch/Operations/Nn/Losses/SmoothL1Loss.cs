// x and t of one shape, d = x - t: l = d^2 / (2 beta) where |d| < beta, else |d| - beta / 2; dx = dl d / beta, cut to [-1, 1].

using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>A parabola near zero and a straight line beyond (Girshick 2015), with d = input - target:
            /// d^2 / (2 beta) where |d| is below beta, else |d| - beta / 2. The gradient is d / beta, cut to [-1, 1].</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1)
            {
                if (!(beta >= 0))
                {
                    throw new ArgumentException($"smooth_l1_loss: expects beta >= 0, got {beta}");
                }
                Tensor distance = (input - target).abs();
                return Losses.Reduce(beta == 0
                    ? distance
                    : where(distance < beta, distance.square() * (0.5 / beta), distance - 0.5 * beta), reduction);
            }
        }
    }
}
