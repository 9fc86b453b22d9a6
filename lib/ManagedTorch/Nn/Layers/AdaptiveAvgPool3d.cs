using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The means of cells that together cover the input: (N, C, D, H, W) to (N, C, output_size).</summary>
public sealed class AdaptiveAvgPool3d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool3d(long[] output_size) : base(nameof(AdaptiveAvgPool3d))
    {
        this.output_size = output_size;
    }

    /// <summary>The lengths of the result.</summary>
    public long[] output_size { get; set; }

    /// <summary>(N, C, D, H, W) to (N, C, output_size).</summary>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool3d(input, output_size);
}
