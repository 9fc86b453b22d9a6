using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x times hardsigmoid(x) (Howard et al. 2019).</summary>
public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
{
    internal Hardswish(bool inplace) : base(nameof(Hardswish))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.hardswish(tensor, inplace);
}
