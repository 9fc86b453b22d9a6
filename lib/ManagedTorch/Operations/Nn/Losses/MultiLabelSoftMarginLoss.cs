// Scores x and targets t (N, C) to l (N): -mean over c of t log s(x) + (1 - t) log s(-x), s the sigmoid; dx = dl (s(x) - t) / C.

using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The mean over the classes of the binary cross entropy of sigmoid(input): (..., C) to (...).</summary>
            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean)
            {
                Tensor losses = (target * input.log_sigmoid() + (1 - target) * (-input).log_sigmoid()).neg();
                return Losses.Reduce((weight is null ? losses : losses * weight).mean([-1L]), reduction);
            }
        }
    }
}
