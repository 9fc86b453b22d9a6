// Elements in another order, none changed; backward, gradients take the way back. With H, W the input's lengths:
// pixel_shuffle: y[c, r h + i, r w + j] = x[c r r + r i + j, h, w]; channel_shuffle: y[c g + k] = x[k C/g + c], c counting within group k.

using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Channels dealt out anew: (N, g * c, ...) read as (g, c) and written as (c, g) (Zhang et al. 2018).</summary>
        public Tensor channel_shuffle(long groups) => Rank > 1 && groups > 0 && Sizes[1] % groups == 0
            ? unflatten(1, [groups, Sizes[1] / groups]).transpose(1, 2).reshape(Sizes)
            : throw Errors.Shape("channel_shuffle", Sizes, $"the channels do not split into {groups} groups");
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Channels become places: (..., C * r * r, H, W) to (..., C, H * r, W * r) (Shi et al. 2016, equation 4).</summary>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor)
            {
                var r = upscale_factor;
                if (input.Rank < 3 || r < 1 || input.Sizes[^3] % (r * r) != 0)
                    throw Errors.Shape("pixel_shuffle", input.Sizes, $"it needs (..., C * {r} * {r}, H, W)");
                var (batch, channels, height, width) = (input.Sizes[..^3], input.Sizes[^3] / (r * r), input.Sizes[^2], input.Sizes[^1]);
                return input.reshape(-1, channels, r, r, height, width).permute(0, 1, 4, 2, 5, 3)
                    .reshape([.. batch, channels, height * r, width * r]);
            }

            /// <summary>Places become channels: (..., C, H * r, W * r) to (..., C * r * r, H, W).</summary>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor)
            {
                var r = downscale_factor;
                if (input.Rank < 3 || r < 1 || input.Sizes[^2] % r != 0 || input.Sizes[^1] % r != 0)
                    throw Errors.Shape("pixel_unshuffle", input.Sizes, $"height and width must be multiples of {r}");
                var (batch, channels, height, width) = (input.Sizes[..^3], input.Sizes[^3], input.Sizes[^2] / r, input.Sizes[^1] / r);
                return input.reshape(-1, channels, height, r, width, r).permute(0, 1, 3, 5, 2, 4)
                    .reshape([.. batch, channels * r * r, height, width]);
            }
        }
    }
}
