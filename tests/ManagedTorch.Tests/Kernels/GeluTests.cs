using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(KernelCollection.Name)]
public sealed unsafe class GeluTests
{
    private static double Exact(double x) => 0.5 * x * (1 + MathNet.Numerics.SpecialFunctions.Erf(x / Math.Sqrt(2)));

    private static double Approximate(double x) =>
        0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));

    [Fact]
    public void ExactGeluAndItsGradientMatch() => Check(Gelu.Forward, Gelu.Backward, Exact);

    [Fact]
    public void TanhGeluAndItsGradientMatch() => Check(GeluTanh.Forward, GeluTanh.Backward, Approximate);

    private delegate void ForwardKernel(float* x, float* y, long n);

    private delegate void BackwardKernel(float* x, float* dy, float* dx, long n);

    private static void Check(ForwardKernel forward, BackwardKernel backward, Func<double, double> function)
    {
        foreach (int n in KernelAssert.Lengths)
        {
            float[] x = KernelAssert.Random(n, n, 8), dy = KernelAssert.Random(n, n + 1);
            KernelAssert.Matches(
                () =>
                {
                    using var source = new GuardedArray<float>(x);
                    using var gradient = new GuardedArray<float>(dy);
                    backward(source.Pointer, gradient.Pointer, gradient.Pointer, n);
                    forward(source.Pointer, source.Pointer, n);
                    return [source.Values.ToArray(), gradient.Values.ToArray()];
                },
                [
                    Array.ConvertAll(x, value => function(value)),
                    x.Zip(dy, (value, g) => g * (function(value + 1e-5) - function(value - 1e-5)) / 2e-5).ToArray(),
                ],
                relative: 1e-6,
                absolute: 2e-6); // 1 - tanh^2 is left with few digits where tanh is near -1
        }
    }
}
