using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x / (1 + |x|).</summary>
public sealed class Softsign : ParameterLessModule<Tensor, Tensor>
{
    internal Softsign(bool inplace) : base(nameof(Softsign))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.softsign(tensor, inplace);
}
