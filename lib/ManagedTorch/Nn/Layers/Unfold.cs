using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The windows of pictures as columns: (N, C, H, W) to (N, C * kernel height * kernel width, windows).</summary>
public sealed class Unfold : ParameterLessModule<Tensor, Tensor>
{
    internal Unfold((long, long) kernel_size, (long, long) dilation, (long, long) padding, (long, long) stride) : base(nameof(Unfold))
    {
        this.kernel_size = kernel_size;
        this.dilation = dilation;
        this.padding = padding;
        this.stride = stride;
    }

    /// <summary>Height and width of a window.</summary>
    public (long, long) kernel_size { get; set; }

    /// <summary>The distance of neighbouring window elements.</summary>
    public (long, long) dilation { get; set; }

    /// <summary>Zeros added at both ends.</summary>
    public (long, long) padding { get; set; }

    /// <summary>How far the window moves at a time.</summary>
    public (long, long) stride { get; set; }

    /// <summary>(N, C, H, W) to (N, C * kernel, windows).</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.unfold(tensor, kernel_size, dilation, padding, stride);
}
