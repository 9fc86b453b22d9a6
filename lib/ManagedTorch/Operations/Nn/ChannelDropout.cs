using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Dropout of whole channels (Tompson et al. 2015): one draw for each (picture, channel); dx = dy times the same mask.
    /// </summary>
    internal static class ChannelDropout
    {
        public static Tensor Apply(string name, Tensor x, double p, bool training, bool inplace)
        {
            if (p is < 0 or > 1)
                throw new ArgumentOutOfRangeException(nameof(p), $"{name}: the probability must be in [0, 1], not {p}.");
            if (x.Rank < 2)
                throw Errors.Shape(name, x.Sizes, "it needs (N, C, places)");
            if (!training || p == 0)
                return x.Same();
            long[] shape = [x.Sizes[0], x.Sizes[1], .. Enumerable.Repeat(1L, x.Rank - 2)];
            var mask = Tensor.Empty(shape, x.Type);
            using (no_grad())
                mask.bernoulli_(1 - p).mul_(p == 1 ? 0 : 1 / (1 - p));
            return inplace ? x.mul_(mask) : x * mask;
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
                /// In training, whole channels of (N, C, L) or (C, L) are zeroed with probability p and the rest divided by 1 - p.
                /// </summary>
                public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                    input.Rank == 2
                        ? ChannelDropout.Apply("dropout1d", input.unsqueeze(0), p, training, inplace).squeeze(0)
                        : ChannelDropout.Apply("dropout1d", input, p, training, inplace);

                /// <summary>
                /// In training, whole channels of (N, C, H, W) are zeroed with probability p and the rest divided by 1 - p.
                /// </summary>
                public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                    ChannelDropout.Apply("dropout2d", input, p, training, inplace);

                /// <summary>In training, whole channels of (N, C, D, H, W) or (C, D, H, W) are zeroed with probability p.</summary>
                public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                    input.Rank == 4
                        ? ChannelDropout.Apply("dropout3d", input.unsqueeze(0), p, training, inplace).squeeze(0)
                        : ChannelDropout.Apply("dropout3d", input, p, training, inplace);
            }
        }
    }
}
