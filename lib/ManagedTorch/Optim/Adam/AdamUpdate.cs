using ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The step that Adam and AdamW share, on one parameter.</summary>
internal readonly record struct AdamUpdate(
    double LearningRate, double Beta1, double Beta2, double Eps, double WeightDecay, bool Decoupled)
{
    /// <summary>Updates parameter and averages in place. The step counts from one.</summary>
    internal unsafe void Apply(Parameter parameter, Tensor gradient, Tensor average, Tensor squares, Tensor? largest, long step)
    {
        if (parameter.dtype == ScalarType.Float32)
        {
            AdamStep.Apply(parameter.Pointer<float>(), gradient.Pointer<float>(), average.Pointer<float>(), squares.Pointer<float>(),
                parameter.numel(), LearningRate, Beta1, Beta2, Eps, WeightDecay, Decoupled, step,
                largest is null ? null : largest.Pointer<float>());
            return;
        }
        ApplyDouble(
            TensorElements.Span<double>(parameter), TensorElements.Span<double>(gradient), TensorElements.Span<double>(average),
            TensorElements.Span<double>(squares), largest is null ? default : TensorElements.Span<double>(largest), step);
    }

    private void ApplyDouble(
        Span<double> parameter, ReadOnlySpan<double> gradient, Span<double> average, Span<double> squares, Span<double> largest, long step)
    {
        double stepSize = LearningRate / (1 - Math.Pow(Beta1, step));
        double root = Math.Sqrt(1 - Math.Pow(Beta2, step));
        for (int i = 0; i < parameter.Length; i++)
        {
            double g = gradient[i];
            if (Decoupled)
            {
                parameter[i] *= 1 - LearningRate * WeightDecay;
            }
            else
            {
                g += WeightDecay * parameter[i];
            }
            average[i] = Beta1 * average[i] + (1 - Beta1) * g;
            squares[i] = Beta2 * squares[i] + (1 - Beta2) * g * g;
            double variance = squares[i];
            if (!largest.IsEmpty)
            {
                variance = largest[i] = Math.Max(largest[i], variance);
            }
            parameter[i] -= stepSize * average[i] / (Math.Sqrt(variance) / root + Eps);
        }
    }
}
