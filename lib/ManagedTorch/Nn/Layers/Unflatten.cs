using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Splits a dimension into several.</summary>
public sealed class Unflatten : ParameterLessModule<Tensor, Tensor>
{
    internal Unflatten(long dim, long[] unflattened_size) : base(nameof(Unflatten))
    {
        this.dim = dim;
        this.unflattened_size = unflattened_size;
    }

    /// <summary>The dimension to split.</summary>
    public long dim { get; set; }

    /// <summary>The lengths to split it into.</summary>
    public long[] unflattened_size { get; set; }

    /// <summary>(..., product, ...) to (..., lengths, ...).</summary>
    public override Tensor forward(Tensor tensor) => tensor.unflatten(dim, unflattened_size);
}
