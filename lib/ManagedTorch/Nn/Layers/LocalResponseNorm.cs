using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Divides each element by a power of the mean square of its neighbours in a window of channels (Krizhevsky et al. 2012).
/// </summary>
public sealed class LocalResponseNorm : ParameterLessModule<Tensor, Tensor>
{
    internal LocalResponseNorm(long size, double alpha, double beta, double k) : base(nameof(LocalResponseNorm))
    {
        this.size = size;
        this.alpha = alpha;
        this.beta = beta;
        this.k = k;
    }

    /// <summary>How many channels a window has.</summary>
    public long size { get; set; }

    /// <summary>The factor of the mean square.</summary>
    public double alpha { get; set; }

    /// <summary>The power.</summary>
    public double beta { get; set; }

    /// <summary>What is added to the mean square.</summary>
    public double k { get; set; }

    /// <summary>(N, C, places) to the same.</summary>
    public override Tensor forward(Tensor input) => nn.functional.local_response_norm(input, size, alpha, beta, k);
}
