using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The means of cells that together cover the input: (N, C, L) to (N, C, output_size).</summary>
public sealed class AdaptiveAvgPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool1d(long output_size) : base(nameof(AdaptiveAvgPool1d))
    {
        this.output_size = output_size;
    }

    /// <summary>The length of the result.</summary>
    public long output_size { get; set; }

    /// <summary>(N, C, L) to (N, C, output_size).</summary>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool1d(input, output_size);
}
