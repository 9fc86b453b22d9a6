using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest value of each window: (N, C, L) to (N, C, L').</summary>
public sealed class MaxPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal MaxPool1d(long kernel_size, long? stride, long? padding, long? dilation, bool ceil_mode) : base(nameof(MaxPool1d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.dilation = dilation;
        this.ceil_mode = ceil_mode;
    }

    /// <summary>The length of the window.</summary>
    public long kernel_size { get; set; }

    /// <summary>How far the window moves at a time; its own length when null.</summary>
    public long? stride { get; set; }

    /// <summary>What is added at both ends; 0 when null.</summary>
    public long? padding { get; set; }

    /// <summary>The distance of neighbouring window elements; 1 when null.</summary>
    public long? dilation { get; set; }

    /// <summary>Whether windows that hang over the edge count.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>The largest values and where they are.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        nn.functional.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary>(N, C, L) to (N, C, L').</summary>
    public override Tensor forward(Tensor input) => nn.functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);
}
