using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x where |x| is above the limit, else zero.</summary>
public sealed class Hardshrink : ParameterLessModule<Tensor, Tensor>
{
    internal Hardshrink(double lambda) : base(nameof(Hardshrink))
    {
        this.lambda = lambda;
    }

    /// <summary>The limit.</summary>
    public double lambda { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.hardshrink(tensor, lambda);
}
