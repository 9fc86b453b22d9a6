// Counts t and rates x, or their logarithms, of one shape. Of logarithms l = exp(x) - t x, dx = dl (exp(x) - t);
// of rates l = x - t log x, dx = dl (1 - t / x).

using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Minus the logarithm of the Poisson probability of the target, without its constant term: e^x - t x when the input x
            /// is the logarithm of the rate, else x - t log(x + eps).</summary>
            /// <param name="input">The rate or its logarithm.</param>
            /// <param name="target">Counts.</param>
            /// <param name="log_input">Whether the input is the logarithm.</param>
            /// <param name="full">Whether to add Stirling's t log t - t + log(2 pi t) / 2 for counts above one.</param>
            /// <param name="eps">Keeps the logarithm of a rate finite.</param>
            /// <param name="reduction">Mean, sum or none.</param>
            public static Tensor poisson_nll_loss(Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1E-08f,
                Reduction reduction = Reduction.Mean)
            {
                Tensor losses = log_input ? input.exp() - target * input : input - target * (input + eps).log();
                if (full)
                {
                    Tensor stirling = target * target.log() - target + (target * (2 * Math.PI)).log() * 0.5;
                    losses += where(target > 1, stirling, zeros_like(stirling));
                }
                return Losses.Reduce(losses, reduction);
            }
        }
    }
}
