using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Dropout that keeps mean 0 and variance 1 (Klambauer et al. 2017, appendix): dropped elements become s = -1.7581, the limit of SELU
    /// on the left, then y = a (m x + (1 - m) s) + b with the mask m, a = ((1 - p) (1 + p s²))^-1/2 and b = -a p s. dx = a m dy.
    /// </summary>
    internal static class AlphaDropouts
    {
        private const double Limit = -1.7580993408473766;

        /// <summary>One draw for each element, or for each channel of each picture (N, C, places).</summary>
        public static Tensor Apply(string name, Tensor x, double p, bool training, bool inplace, bool channels)
        {
            if (p is not (>= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(p), $"{name}: the probability must be in [0, 1], not {p}.");
            if (channels && x.Rank < 2)
                throw Errors.Shape(name, x.Sizes, "it needs (N, C, places)");
            if (!training || p == 0 || x.Count == 0)
                return x.Same();
            if (p == 1)
                return inplace ? x.mul_(0) : x * 0;
            var scale = 1 / Math.Sqrt((1 - p) * (1 + (p * Limit * Limit)));
            Tensor mask, shift;
            using (no_grad())
            {
                mask = empty(channels ? [.. x.Sizes[..2], .. Enumerable.Repeat(1L, x.Rank - 2)] : x.Sizes, x.Type).bernoulli_(1 - p);
                shift = ((1 - mask) * (scale * Limit)) - (scale * p * Limit);
                mask.mul_(scale);
            }

            return inplace ? x.mul_(mask).add_(shift) : (x * mask) + shift;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static partial class functional
            {
                /// <summary>
                /// In training, elements are dropped with probability p so that mean 0 and variance 1 stay; made for SELU.
                /// </summary>
                public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                    AlphaDropouts.Apply("alpha_dropout", input, p, training, inplace, channels: false);

                /// <summary>
                /// In training, whole channels of (N, C, places) are dropped with probability p so that mean 0 and variance 1 stay.
                /// </summary>
                public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                    AlphaDropouts.Apply("feature_alpha_dropout", input, p, training, inplace, channels: true);
            }
        }
    }
}
