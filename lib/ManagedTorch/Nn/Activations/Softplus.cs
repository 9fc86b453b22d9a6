using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>log(1 + exp(beta x)) / beta, a smooth relu; x itself where beta x is above the threshold.</summary>
public sealed class Softplus : ParameterLessModule<Tensor, Tensor>
{
    internal Softplus(double beta, double threshold) : base(nameof(Softplus))
    {
        this.beta = beta;
        this.threshold = threshold;
    }

    /// <summary>How sharp the bend is.</summary>
    public double beta { get; set; }

    /// <summary>Above it the function is x.</summary>
    public double threshold { get; set; }

    /// <summary>The result has the shape of the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.softplus(tensor, beta, threshold);
}
