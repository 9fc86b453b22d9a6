using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The cosine of the angle between vectors along a dimension.</summary>
public sealed class CosineSimilarity : ParameterLessModule<Tensor, Tensor, Tensor>
{
    internal CosineSimilarity(long dim, double eps) : base(nameof(CosineSimilarity))
    {
        this.dim = dim;
        this.eps = eps;
    }

    /// <summary>The dimension along which the vectors lie.</summary>
    public long dim { get; set; }

    /// <summary>Lengths count at least this much.</summary>
    public double eps { get; set; }

    /// <summary>The shape of both inputs, broadcast, without the dimension.</summary>
    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.cosine_similarity(input1, input2, dim, eps);
}
