using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Limited to [0, 6] (Howard et al. 2017).</summary>
public sealed class ReLU6 : ParameterLessModule<Tensor, Tensor>
{
    internal ReLU6(bool inplace) : base(nameof(ReLU6))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the result overwrites the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.relu6(tensor, inplace);
}
