using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest value of each window: (N, C, H, W) to (N, C, H', W').</summary>
public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal MaxPool2d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode) : base(nameof(MaxPool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride ?? kernel_size;
        this.padding = padding ?? [0, 0];
        this.dilation = dilation ?? [1, 1];
        this.ceil_mode = ceil_mode;
    }

    /// <summary>The lengths of the window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>How far the window moves at a time; its own lengths by default.</summary>
    public long[] stride { get; set; }

    /// <summary>What is added at both ends of each dimension, and never chosen.</summary>
    public long[] padding { get; set; }

    /// <summary>The distance of neighbouring window elements.</summary>
    public long[] dilation { get; set; }

    /// <summary>Whether windows that hang over the edge count.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>The largest values and where they are.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        nn.functional.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary>(N, C, H, W) to (N, C, H', W').</summary>
    public override Tensor forward(Tensor input) =>
        nn.functional.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);
}
