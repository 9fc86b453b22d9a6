using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The first half of a dimension times the sigmoid of the second (Dauphin et al. 2017, equation 1).</summary>
public sealed class GLU : ParameterLessModule<Tensor, Tensor>
{
    internal GLU(long dim) : base(nameof(GLU))
    {
        this.dim = dim;
    }

    /// <summary>The dimension that is halved.</summary>
    public long dim { get; set; }

    /// <summary>The result has half the length in that dimension.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.glu(tensor, dim);
}
