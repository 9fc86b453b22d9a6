// x1, x2 and targets t = 1 or -1, which broadcast: l = max(0, margin - t (x1 - x2)); dx1 = -t dl, dx2 = t dl, 0 where l is 0.

using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>max(0, margin - target (input1 - input2)): target 1 wants input1 larger, -1 wants it smaller.</summary>
            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0,
                Reduction reduction = Reduction.Mean) =>
                Losses.Reduce((margin - target * (input1 - input2)).clamp_min(0), reduction);
        }
    }
}
