using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The distance between vectors along the last dimension, in a p-norm.</summary>
public sealed class PairwiseDistance : ParameterLessModule<Tensor, Tensor, Tensor>
{
    internal PairwiseDistance(double p, double eps, bool keepdim) : base(nameof(PairwiseDistance))
    {
        norm = p;
        this.eps = eps;
        this.keepdim = keepdim;
    }

    /// <summary>The p of the norm.</summary>
    public double norm { get; set; }

    /// <summary>Added to each difference.</summary>
    public double eps { get; set; }

    /// <summary>Whether the last dimension stays, with length 1.</summary>
    public bool keepdim { get; set; }

    /// <summary>(..., D) and (..., D) to (...).</summary>
    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.pairwise_distance(input1, input2, norm, eps, keepdim);
}
