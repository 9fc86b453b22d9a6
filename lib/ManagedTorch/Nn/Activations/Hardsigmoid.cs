using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>(x + 3) / 6, limited to [0, 1].</summary>
public sealed class Hardsigmoid : ParameterLessModule<Tensor, Tensor>
{
    internal Hardsigmoid(bool inplace) : base(nameof(Hardsigmoid))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.hardsigmoid(tensor, inplace);
}
