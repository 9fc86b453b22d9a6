using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest values of cells that together cover the input: (N, C, L) to (N, C, output_size).</summary>
public sealed class AdaptiveMaxPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveMaxPool1d(long output_size) : base(nameof(AdaptiveMaxPool1d))
    {
        this.output_size = output_size;
    }

    /// <summary>The length of the result.</summary>
    public long output_size { get; set; }

    /// <summary>The largest values and where they are.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        nn.functional.adaptive_max_pool1d_with_indices(input, output_size);

    /// <summary>(N, C, L) to (N, C, output_size).</summary>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool1d(input, output_size);
}
