// Probabilities x and targets t of one shape: l = -(t log x + (1 - t) log(1 - x)), dx = dl (x - t) / (x (1 - x)).

using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            // PyTorch's bounds: a logarithm is at least -100, and x (1 - x) at least 1e-12.
            private const double LeastLogarithm = -100;
            private const double LeastProduct = 1e-12;

            /// <summary>-(t log x + (1 - t) log(1 - x)) of probabilities x. The gradient is (x - t) / (x (1 - x)).</summary>
            /// <param name="input">Probabilities.</param>
            /// <param name="target">Probabilities, of the same shape.</param>
            /// <param name="weight">The weight of each element; broadcasts.</param>
            /// <param name="reduction">Mean, sum or none.</param>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean)
            {
                if (!target.shape.AsSpan().SequenceEqual(input.shape))
                {
                    throw Errors.Shapes("binary_cross_entropy", input.shape, target.shape, "they must be equal");
                }
                Tensor losses;
                using (no_grad())
                {
                    if (((input < 0) | (input > 1)).any().item<bool>())
                    {
                        throw new ArgumentException("binary_cross_entropy: the input is no probability: an element is outside 0 to 1; " +
                                                    "for logits there is binary_cross_entropy_with_logits");
                    }
                    losses = (target * BoundedLog(input) + (1 - target) * BoundedLog(1 - input)).neg();
                }
                if (Tape.Open("binary_cross_entropy", input, target) is { } node)
                {
                    (SavedTensor x, SavedTensor t) = (node.Save(input), node.Save(target));
                    node.Define(g =>
                    [
                        node.Needs(0) ? g[0]! * (x.Value - t.Value) / (x.Value * (1 - x.Value)).clamp_min(LeastProduct) : null,
                        node.Needs(1) ? g[0]! * (BoundedLog(1 - x.Value) - BoundedLog(x.Value)) : null,
                    ]);
                    node.Close(losses);
                }
                return Losses.Reduce(weight is null ? losses : losses * weight, reduction);
            }

            private static Tensor BoundedLog(Tensor x) => x.log().clamp_min(LeastLogarithm);
        }
    }
}
