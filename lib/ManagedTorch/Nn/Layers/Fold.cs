using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adds windows in columns back into pictures: (N, C * kernel height * kernel width, windows) to (N, C, H, W).</summary>
public sealed class Fold : ParameterLessModule<Tensor, Tensor>
{
    internal Fold((long, long) output_size, (long, long) kernel_size, (long, long) dilation, (long, long) padding, (long, long) stride)
        : base(nameof(Fold))
    {
        this.output_size = output_size;
        this.kernel_size = kernel_size;
        this.dilation = dilation;
        this.padding = padding;
        this.stride = stride;
    }

    /// <summary>Height and width of the result.</summary>
    public (long, long) output_size { get; set; }

    /// <summary>Height and width of a window.</summary>
    public (long, long) kernel_size { get; set; }

    /// <summary>The distance of neighbouring window elements.</summary>
    public (long, long) dilation { get; set; }

    /// <summary>Zeros that were added at both ends.</summary>
    public (long, long) padding { get; set; }

    /// <summary>How far the window moves at a time.</summary>
    public (long, long) stride { get; set; }

    /// <summary>(N, C * kernel, windows) to (N, C, H, W).</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.fold(tensor, output_size, kernel_size, dilation, padding, stride);
}
