using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The logarithm of softmax, computed without underflow.</summary>
public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
{
    internal LogSoftmax(long dim) : base(nameof(LogSoftmax))
    {
        this.dim = dim;
    }

    /// <summary>The dimension along which the exponentials of the results sum to one.</summary>
    public long dim { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.log_softmax(tensor, dim);
}
