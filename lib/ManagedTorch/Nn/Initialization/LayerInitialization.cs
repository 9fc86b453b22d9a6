using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The first values of PyTorch's linear and convolutional layers, drawn in PyTorch's order: the weight, then the bias.</summary>
internal static class LayerInitialization
{
    /// <summary>Both weight and bias become uniform in (-1 / sqrt(fan in), 1 / sqrt(fan in)).</summary>
    internal static void Uniform(Tensor weight, Tensor? bias)
    {
        // with this slope Kaiming's bound is 1 / sqrt(fan in)
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        (long fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        if (bias is not null && fanIn > 0)
        {
            double bound = 1 / Math.Sqrt(fanIn);
            nn.init.uniform_(bias, -bound, bound);
        }
    }
}
