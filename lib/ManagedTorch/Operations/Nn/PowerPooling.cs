using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>The p-norm of each window, y = (sum of x^p)^(1/p), where a negative sum counts as 0; dx = dy (x / y)^(p - 1).</summary>
    internal static class PowerPooling
    {
        /// <summary>From the mean of x^p in each of its windows of so many elements.</summary>
        public static Tensor FromMeans(string name, Tensor means, double p, long elements) => p > 0
            ? (means.sign() * means.abs().relu() * (double)elements).pow(1 / p)
            : throw new ArgumentOutOfRangeException(nameof(p), $"{name}: the norm needs p above 0, not {p}.");
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
                /// <summary>The p-norm of each window: (N, C, L) to (N, C, L').</summary>
                public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null,
                    bool ceil_mode = false) =>
                    PowerPooling.FromMeans("lp_pool1d", avg_pool1d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode), norm_type,
                        kernel_size);

                /// <summary>The p-norm of each square window: (N, C, H, W) to (N, C, H', W').</summary>
                public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null,
                    bool ceil_mode = false) =>
                    lp_pool2d(input, norm_type, [kernel_size, kernel_size], stride is { } s ? [s, s] : null, ceil_mode);

                /// <summary>The p-norm of each window: (N, C, H, W) to (N, C, H', W').</summary>
                public static Tensor lp_pool2d(Tensor input, double norm_type, long[] kernel_size, long[]? stride = null,
                    bool ceil_mode = false)
                {
                    var window = Convolutions.Each("lp_pool2d", 2, kernel_size, 1);
                    return PowerPooling.FromMeans("lp_pool2d",
                        avg_pool2d(input.pow(norm_type), window, stride ?? window, ceil_mode: ceil_mode), norm_type,
                        window[0] * window[1]);
                }
            }
        }
    }
}
