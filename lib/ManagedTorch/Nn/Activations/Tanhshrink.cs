using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x - tanh(x).</summary>
public sealed class Tanhshrink : ParameterLessModule<Tensor, Tensor>
{
    internal Tanhshrink(bool inplace) : base(nameof(Tanhshrink))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.tanhshrink(tensor, inplace);
}
