using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The means of a grid of windows of a given size that together cover the input: (N, C, H, W) to (N, C, output_size).</summary>
public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool2d(long[] output_size) : base(nameof(AdaptiveAvgPool2d)) => this.output_size = output_size;

    /// <summary>Height and width of the result.</summary>
    public long[] output_size { get; set; }

    /// <summary>(N, C, H, W) to (N, C, output_size).</summary>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);
}
