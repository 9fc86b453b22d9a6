using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest values of cells that together cover the input: (N, C, D, H, W) to (N, C, output_size).</summary>
public sealed class AdaptiveMaxPool3d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveMaxPool3d(long[] output_size) : base(nameof(AdaptiveMaxPool3d))
    {
        this.output_size = output_size;
    }

    /// <summary>The lengths of the result.</summary>
    public long[] output_size { get; set; }

    /// <summary>The largest values and where they are.</summary>
    public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
        nn.functional.adaptive_max_pool3d_with_indices(input, output_size);

    /// <summary>(N, C, D, H, W) to (N, C, output_size).</summary>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool3d(input, output_size);
}
