using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(KernelCollection.Name)]
public sealed unsafe class OptimizerStepTests
{
    private const double Rate = 0.01, Beta1 = 0.9, Beta2 = 0.999, Eps = 1e-8;

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(0.1, false, false)]
    [InlineData(0.1, true, false)]
    [InlineData(0.1, true, true)]
    [InlineData(0, false, true)]
    public void AdamFollowsItsDefinition(double decay, bool decoupled, bool amsgrad)
    {
        foreach (int n in KernelAssert.Lengths)
        {
            float[] start = KernelAssert.Random(n, 1);
            float[][] gradients = [KernelAssert.Random(n, 2), KernelAssert.Random(n, 3, 0.1), KernelAssert.Random(n, 4)];
            double[] p = KernelAssert.Widen(start), m = new double[n], v = new double[n], peak = new double[n];
            for (int step = 1; step <= gradients.Length; step++)
            {
                for (int i = 0; i < n; i++)
                {
                    double g = gradients[step - 1][i] + (decoupled ? 0 : decay * p[i]);
                    p[i] *= decoupled ? 1 - (Rate * decay) : 1;
                    m[i] = (Beta1 * m[i]) + ((1 - Beta1) * g);
                    v[i] = (Beta2 * v[i]) + ((1 - Beta2) * g * g);
                    peak[i] = amsgrad ? Math.Max(peak[i], v[i]) : v[i];
                    double scale = Math.Sqrt(peak[i]) / Math.Sqrt(1 - Math.Pow(Beta2, step));
                    p[i] -= Rate / (1 - Math.Pow(Beta1, step)) * m[i] / (scale + Eps);
                }
            }

            KernelAssert.Matches(
                () =>
                {
                    using var parameter = new GuardedArray<float>(start);
                    using var first = new GuardedArray<float>(new float[n]);
                    using var second = new GuardedArray<float>(new float[n]);
                    using var max = new GuardedArray<float>(new float[n]);
                    for (int step = 1; step <= gradients.Length; step++)
                    {
                        using var gradient = new GuardedArray<float>(gradients[step - 1]);
                        AdamStep.Apply(
                            parameter.Pointer, gradient.Pointer, first.Pointer, second.Pointer, n, Rate, Beta1, Beta2, Eps, decay,
                            decoupled, step, amsgrad ? max.Pointer : null);
                    }

                    return [parameter.Values.ToArray(), first.Values.ToArray(), second.Values.ToArray()];
                },
                [p, m, v],
                relative: 1e-6,
                absolute: 1e-6);
        }
    }

    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(0, 0, 0.1, false)]
    [InlineData(0.9, 0, 0, false)]
    [InlineData(0.9, 0.3, 0.1, false)]
    [InlineData(0.9, 0, 0.1, true)]
    public void SgdFollowsItsDefinition(double momentum, double dampening, double decay, bool nesterov)
    {
        foreach (int n in KernelAssert.Lengths)
        {
            float[] start = KernelAssert.Random(n, 1);
            float[][] gradients = [KernelAssert.Random(n, 2), KernelAssert.Random(n, 3)];
            double[] p = KernelAssert.Widen(start), buffer = new double[n];
            for (int step = 0; step < gradients.Length; step++)
            {
                for (int i = 0; i < n; i++)
                {
                    double g = gradients[step][i] + (decay * p[i]);
                    buffer[i] = step == 0 ? g : (momentum * buffer[i]) + ((1 - dampening) * g);
                    p[i] -= Rate * (momentum == 0 ? g : nesterov ? g + (momentum * buffer[i]) : buffer[i]);
                }
            }

            KernelAssert.Matches(
                () =>
                {
                    using var parameter = new GuardedArray<float>(start);
                    using var velocity = new GuardedArray<float>(Enumerable.Repeat(float.NaN, n).ToArray()); // not read at first
                    for (int step = 0; step < gradients.Length; step++)
                    {
                        using var gradient = new GuardedArray<float>(gradients[step]);
                        SgdStep.Apply(
                            parameter.Pointer, gradient.Pointer, momentum == 0 ? null : velocity.Pointer, n, Rate, momentum, dampening,
                            decay, nesterov, first: step == 0);
                    }

                    return parameter.Values.ToArray();
                },
                p);
        }
    }
}
