using ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The step of SGD on one parameter.</summary>
internal readonly record struct SgdUpdate(double LearningRate, double Momentum, double Dampening, double WeightDecay, bool Nesterov)
{
    /// <summary>Updates parameter and buffer in place; at the first step the buffer becomes the gradient.</summary>
    internal unsafe void Apply(Parameter parameter, Tensor gradient, Tensor? buffer, bool isFirst)
    {
        if (parameter.dtype == ScalarType.Float32)
        {
            SgdStep.Apply(parameter.Pointer<float>(), gradient.Pointer<float>(), buffer is null ? null : buffer.Pointer<float>(),
                parameter.numel(), LearningRate, Momentum, Dampening, WeightDecay, Nesterov, isFirst);
            return;
        }
        ApplyDouble(TensorElements.Span<double>(parameter), TensorElements.Span<double>(gradient),
            buffer is null ? default : TensorElements.Span<double>(buffer), isFirst);
    }

    private void ApplyDouble(Span<double> parameter, ReadOnlySpan<double> gradient, Span<double> buffer, bool isFirst)
    {
        for (int i = 0; i < parameter.Length; i++)
        {
            double g = gradient[i] + WeightDecay * parameter[i];
            if (!buffer.IsEmpty)
            {
                buffer[i] = isFirst ? g : Momentum * buffer[i] + (1 - Dampening) * g;
                g = Nesterov ? g + Momentum * buffer[i] : buffer[i];
            }
            parameter[i] -= LearningRate * g;
        }
    }
}
