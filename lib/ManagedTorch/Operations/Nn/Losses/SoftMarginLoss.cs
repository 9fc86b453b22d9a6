// Scores x and targets t = 1 or -1 of one shape: l = log(1 + exp(-t x)), dx = -dl t s(-t x), s the sigmoid.

using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>log(1 + exp(-target input)) for targets 1 and -1. The gradient is -target sigmoid(-target input).</summary>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Losses.Reduce((target * input).log_sigmoid().neg(), reduction);
        }
    }
}
