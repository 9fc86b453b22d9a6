using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x tanh(log(1 + exp(x))) (Misra 2019).</summary>
public sealed class Mish : ParameterLessModule<Tensor, Tensor>
{
    internal Mish(bool inplace) : base(nameof(Mish))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.mish(tensor, inplace);
}
