using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean of each window: (N, C, D, H, W) to (N, C, D', H', W').</summary>
public sealed class AvgPool3d : ParameterLessModule<Tensor, Tensor>
{
    internal AvgPool3d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
        : base(nameof(AvgPool3d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride ?? kernel_size;
        this.padding = padding ?? [0, 0, 0];
        this.ceil_mode = ceil_mode;
        this.count_include_pad = count_include_pad;
        this.divisor_override = divisor_override;
    }

    /// <summary>The lengths of the window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>How far the window moves at a time; its own lengths by default.</summary>
    public long[] stride { get; set; }

    /// <summary>What is added at both ends of each dimension.</summary>
    public long[] padding { get; set; }

    /// <summary>Whether windows that hang over the edge count.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether the added zeros count as elements.</summary>
    public bool count_include_pad { get; set; }

    /// <summary>What to divide by instead of the number of elements.</summary>
    public long? divisor_override { get; set; }

    /// <summary>(N, C, D, H, W) to (N, C, D', H', W').</summary>
    public override Tensor forward(Tensor input) =>
        nn.functional.avg_pool3d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
}
