using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The p-norm of each window: (N, C, H, W) to (N, C, H', W').</summary>
public sealed class LPPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal LPPool2d(double norm_type, long[] kernel_size, long[]? stride, bool ceil_mode) : base(nameof(LPPool2d))
    {
        this.norm_type = norm_type;
        this.kernel_size = kernel_size;
        this.stride = stride ?? kernel_size;
        this.ceil_mode = ceil_mode;
    }

    /// <summary>The p of the norm.</summary>
    public double norm_type { get; set; }

    /// <summary>The lengths of the window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>How far the window moves at a time.</summary>
    public long[] stride { get; set; }

    /// <summary>Whether windows that hang over the edge count.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>(N, C, H, W) to (N, C, H', W').</summary>
    public override Tensor forward(Tensor input) => nn.functional.lp_pool2d(input, norm_type, kernel_size, stride, ceil_mode);
}
