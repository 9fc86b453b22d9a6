using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The softmax of -x along a dimension.</summary>
public sealed class Softmin : ParameterLessModule<Tensor, Tensor>
{
    internal Softmin(long dim) : base(nameof(Softmin))
    {
        this.dim = dim;
    }

    /// <summary>The dimension along which the results sum to one.</summary>
    public long dim { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.softmin(tensor, dim);
}
