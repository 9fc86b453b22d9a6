using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean of each window: (N, C, L) to (N, C, L').</summary>
public sealed class AvgPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal AvgPool1d(long kernel_size, long? stride, long? padding, bool ceil_mode, bool count_include_pad) : base(nameof(AvgPool1d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.ceil_mode = ceil_mode;
        this.count_include_pad = count_include_pad;
    }

    /// <summary>The length of the window.</summary>
    public long kernel_size { get; set; }

    /// <summary>How far the window moves at a time; its own length when null.</summary>
    public long? stride { get; set; }

    /// <summary>What is added at both ends; 0 when null.</summary>
    public long? padding { get; set; }

    /// <summary>Whether windows that hang over the edge count.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether the added zeros count as elements.</summary>
    public bool count_include_pad { get; set; }

    /// <summary>(N, C, L) to (N, C, L').</summary>
    public override Tensor forward(Tensor input) =>
        nn.functional.avg_pool1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad);
}
