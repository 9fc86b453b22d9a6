using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The p-norm of each window: (N, C, L) to (N, C, L').</summary>
public sealed class LPPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal LPPool1d(double norm_type, long kernel_size, long? stride, bool ceil_mode) : base(nameof(LPPool1d))
    {
        this.norm_type = norm_type;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.ceil_mode = ceil_mode;
    }

    /// <summary>The p of the norm.</summary>
    public double norm_type { get; set; }

    /// <summary>The length of the window.</summary>
    public long kernel_size { get; set; }

    /// <summary>How far the window moves at a time; its own length by default.</summary>
    public long? stride { get; set; }

    /// <summary>Whether windows that hang over the edge count.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>(N, C, L) to (N, C, L').</summary>
    public override Tensor forward(Tensor input) => nn.functional.lp_pool1d(input, norm_type, kernel_size, stride, ceil_mode);
}
