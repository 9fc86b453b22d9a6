using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x moved towards zero by the limit; zero within it.</summary>
public sealed class Softshrink : ParameterLessModule<Tensor, Tensor>
{
    internal Softshrink(double lambda) : base(nameof(Softshrink))
    {
        this.lambda = lambda;
    }

    /// <summary>The limit.</summary>
    public double lambda { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.softshrink(tensor, lambda);
}
