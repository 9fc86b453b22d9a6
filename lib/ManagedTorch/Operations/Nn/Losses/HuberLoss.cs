// x and t of one shape, d = x - t: l = d^2 / 2 where |d| <= delta, else delta (|d| - delta / 2); dx = dl d, cut to [-delta, delta].

using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>A parabola near zero and a straight line beyond (Huber 1964), with d = input - target:
            /// d^2 / 2 where |d| is at most delta, else delta (|d| - delta / 2). The gradient is d, cut to [-delta, delta].</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean)
            {
                if (!(delta > 0))
                {
                    throw new ArgumentException($"huber_loss: expects delta > 0, got {delta}");
                }
                Tensor distance = (input - target).abs();
                return Losses.Reduce(where(distance <= delta, distance.square() * 0.5, (distance - 0.5 * delta) * delta), reduction);
            }
        }
    }
}
