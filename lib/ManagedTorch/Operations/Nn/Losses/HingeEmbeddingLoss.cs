// Distances x and targets of one shape: l = x for target 1, max(0, margin - x) for -1; dx = dl, or -dl where the maximum is not 0.

using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Of distances: the input itself for target 1, max(0, margin - input) for target -1.</summary>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
            {
                Tensor nothing = input.zeros_like();
                return Losses.Reduce(
                    where(target == -1, nothing, input) + where(target == 1, nothing, (margin - input).clamp_min(0)), reduction);
            }
        }
    }
}
