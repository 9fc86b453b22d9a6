using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Places become channels: (..., C, H * r, W * r) to (..., C * r * r, H, W).</summary>
public sealed class PixelUnshuffle : ParameterLessModule<Tensor, Tensor>
{
    internal PixelUnshuffle(long downscale_factor) : base(nameof(PixelUnshuffle))
    {
        this.downscale_factor = downscale_factor;
    }

    /// <summary>The factor r.</summary>
    public long downscale_factor { get; set; }

    /// <summary>(..., C, H * r, W * r) to (..., C * r * r, H, W).</summary>
    public override Tensor forward(Tensor input) => nn.functional.pixel_unshuffle(input, downscale_factor);
}
