using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Joins the dimensions from one to another into a single one.</summary>
public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
{
    internal Flatten(long start_dim, long end_dim) : base(nameof(Flatten))
    {
        this.start_dim = start_dim;
        this.end_dim = end_dim;
    }

    /// <summary>The first dimension to join.</summary>
    public long start_dim { get; set; }

    /// <summary>The last dimension to join; negative counts from the end.</summary>
    public long end_dim { get; set; }

    /// <summary>(N, ...) to (N, product of the rest) by default.</summary>
    public override Tensor forward(Tensor input) => input.flatten(start_dim, end_dim);
}
