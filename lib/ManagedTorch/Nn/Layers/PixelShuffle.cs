using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Channels become places: (..., C * r * r, H, W) to (..., C, H * r, W * r) (Shi et al. 2016).</summary>
public sealed class PixelShuffle : ParameterLessModule<Tensor, Tensor>
{
    internal PixelShuffle(long upscale_factor) : base(nameof(PixelShuffle))
    {
        this.upscale_factor = upscale_factor;
    }

    /// <summary>The factor r.</summary>
    public long upscale_factor { get; set; }

    /// <summary>(..., C * r * r, H, W) to (..., C, H * r, W * r).</summary>
    public override Tensor forward(Tensor input) => nn.functional.pixel_shuffle(input, upscale_factor);
}
