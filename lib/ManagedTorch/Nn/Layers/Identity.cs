using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Hands its input on.</summary>
public sealed class Identity : ParameterLessModule<Tensor, Tensor>
{
    internal Identity() : base(nameof(Identity))
    {
    }

    /// <summary>The input, as another tensor over the same elements.</summary>
    public override Tensor forward(Tensor tensor) => tensor.alias();
}
