using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(KernelCollection.Name)]
public sealed unsafe class SoftmaxTests
{
    public static TheoryData<int, int> Shapes => new()
    {
        { 0, 5 }, { 3, 0 }, { 3, 1 }, { 5, 7 }, { 4, 16 }, { 3, 33 }, { 700, 65 }, { 2, 2048 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ForwardAndBackwardMatchFloat64(int rows, int n)
    {
        float[] x = KernelAssert.Random(rows * n, 1, 10), dy = KernelAssert.Random(rows * n, 2);
        using var wide = new GuardedArray<double>(KernelAssert.Widen(x));
        using var wideGradient = new GuardedArray<double>(KernelAssert.Widen(dy));
        Softmax.Forward(wide.Pointer, wide.Pointer, rows, n);
        Softmax.Backward(wide.Pointer, wideGradient.Pointer, wideGradient.Pointer, rows, n);
        KernelAssert.Matches(
            () =>
            {
                using var y = new GuardedArray<float>(x);
                using var dx = new GuardedArray<float>(dy);
                Softmax.Forward(y.Pointer, y.Pointer, rows, n);
                Softmax.Backward(y.Pointer, dx.Pointer, dx.Pointer, rows, n);
                return [y.Values.ToArray(), dx.Values.ToArray()];
            },
            [wide.Values.ToArray(), wideGradient.Values.ToArray()]);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void LogForwardAndBackwardMatchFloat64(int rows, int n)
    {
        float[] x = KernelAssert.Random(rows * n, 1, 10), dy = KernelAssert.Random(rows * n, 2);
        using var wide = new GuardedArray<double>(KernelAssert.Widen(x));
        using var wideGradient = new GuardedArray<double>(KernelAssert.Widen(dy));
        LogSoftmax.Forward(wide.Pointer, wide.Pointer, rows, n);
        LogSoftmax.Backward(wide.Pointer, wideGradient.Pointer, wideGradient.Pointer, rows, n);
        KernelAssert.Matches(
            () =>
            {
                using var y = new GuardedArray<float>(x);
                using var dx = new GuardedArray<float>(dy);
                LogSoftmax.Forward(y.Pointer, y.Pointer, rows, n);
                LogSoftmax.Backward(y.Pointer, dx.Pointer, dx.Pointer, rows, n);
                return [y.Values.ToArray(), dx.Values.ToArray()];
            },
            [wide.Values.ToArray(), wideGradient.Values.ToArray()],
            absolute: 2e-5);
    }

    [Fact]
    public void Float64GradientsMatchFiniteDifferences()
    {
        float[] x = KernelAssert.Random(6, 1), dy = KernelAssert.Random(6, 2);
        using var y = new GuardedArray<double>(6);
        using var dx = new GuardedArray<double>(KernelAssert.Widen(dy));
        foreach (bool log in new[] { false, true })
        {
            double[] Forward(double[] at)
            {
                using var input = new GuardedArray<double>(at);
                if (log)
                {
                    LogSoftmax.Forward(input.Pointer, y.Pointer, 2, 3);
                }
                else
                {
                    Softmax.Forward(input.Pointer, y.Pointer, 2, 3);
                }

                return y.Values.ToArray();
            }

            double[] wanted = KernelAssert.Gradient(at => KernelAssert.Dot(Forward(at), dy), x);
            Forward(KernelAssert.Widen(x));
            KernelAssert.Widen(dy).CopyTo(dx.Values);
            if (log)
            {
                LogSoftmax.Backward(y.Pointer, dx.Pointer, dx.Pointer, 2, 3);
            }
            else
            {
                Softmax.Backward(y.Pointer, dx.Pointer, dx.Pointer, 2, 3);
            }

            for (int i = 0; i < 6; i++)
            {
                Assert.Equal(wanted[i], dx.Values[i], 1e-8);
            }
        }
    }

    [Fact]
    public void LargeLogitsAndMaskedEntriesStayFinite()
    {
        float[] x = [1000, 999, float.NegativeInfinity, -1e30f, float.NaN, 1, 2, 3];
        double e = Math.Exp(-1);
        KernelAssert.Matches(
            () =>
            {
                using var y = new GuardedArray<float>(x);
                Softmax.Forward(y.Pointer, y.Pointer, 2, 4);
                return y.Values.ToArray();
            },
            [1 / (1 + e), e / (1 + e), 0, 0, double.NaN, double.NaN, double.NaN, double.NaN]);
    }
}
