using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Local response normalisation (Krizhevsky et al. 2012, section 3.3): y_c = x_c / (k + alpha m_c)^beta with m_c the mean square of the
    /// channels c - size / 2 ... c + (size - 1) / 2 at the same place, (N, C, places). Gradients follow from the quotient.
    /// </summary>
    internal static class LocalResponses
    {
        public static Tensor Normalize(Tensor x, long size, double alpha, double beta, double k)
        {
            if (x.Rank < 3)
                throw Errors.Shape("local_response_norm", x.Sizes, "it needs (N, C, places)");
            if (size is < 1 or > int.MaxValue)
                throw new ArgumentOutOfRangeException(nameof(size), $"local_response_norm: there is no window of {size} channels.");
            if (x.Count == 0)
                return x.Same();
            long[] Channels(long count) => [x.Sizes[0], count, .. x.Sizes[2..]];
            var squares = cat([zeros(Channels(size / 2), x.Type), x * x, zeros(Channels((size - 1) / 2), x.Type)], 1);
            return x / ((squares.unfold(1, size, 1).mean([-1]) * alpha) + k).pow(beta);
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
                /// Divides each element of (N, C, places) by a power of the mean square of its neighbours in a window of channels.
                /// </summary>
                public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75,
                    double k = 1) =>
                    LocalResponses.Normalize(input, size, alpha, beta, k);
            }
        }
    }
}
