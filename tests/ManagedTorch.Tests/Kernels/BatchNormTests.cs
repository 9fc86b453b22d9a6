using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(KernelCollection.Name)]
public sealed unsafe class BatchNormTests
{
    private const double Eps = 1e-5;

    public static TheoryData<int, int, int> Shapes => new()
    {
        { 3, 2, 5 }, { 4, 19, 1 }, { 2, 1, 33 }, { 6, 3, 16 }, { 5, 70, 1 }, { 40, 8, 100 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void TrainingMatchesFloat64(int batch, int channels, int spatial)
    {
        float[] x = Array.ConvertAll(KernelAssert.Random(batch * channels * spatial, 1), value => value + 3);
        float[] weight = KernelAssert.Random(channels, 2), bias = KernelAssert.Random(channels, 3);
        double[] variance = Variances(KernelAssert.Widen(x), batch, channels, spatial);
        double[] unbiased = Array.ConvertAll(variance, v => v * batch * spatial / ((batch * spatial) - 1));
        KernelAssert.Matches(
            () =>
            {
                using var y = new GuardedArray<float>(x);
                using var w = new GuardedArray<float>(weight);
                using var b = new GuardedArray<float>(bias);
                using var mean = new GuardedArray<float>(channels);
                using var rstd = new GuardedArray<float>(channels);
                using var unbiasedVariance = new GuardedArray<float>(channels);
                BatchNorm.ForwardTraining(
                    y.Pointer, w.Pointer, b.Pointer, y.Pointer, mean.Pointer, rstd.Pointer, unbiasedVariance.Pointer, batch,
                    channels, spatial, (float)Eps);
                return [y.Values.ToArray(), unbiasedVariance.Values.ToArray()];
            },
            [Training(KernelAssert.Widen(x), weight, bias, batch, channels, spatial), unbiased],
            relative: 1e-5,
            absolute: 1e-5);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EvaluationUsesTheRunningStatistics(int batch, int channels, int spatial)
    {
        float[] x = KernelAssert.Random(batch * channels * spatial, 1), mean = KernelAssert.Random(channels, 2);
        float[] variance = Array.ConvertAll(KernelAssert.Random(channels, 3), value => MathF.Abs(value) + 0.1f);
        float[] weight = KernelAssert.Random(channels, 4);
        double[] y = x.Select((value, i) =>
        {
            int c = i / spatial % channels;
            return (value - mean[c]) / Math.Sqrt(variance[c] + Eps) * weight[c];
        }).ToArray();
        KernelAssert.Matches(
            () =>
            {
                using var values = new GuardedArray<float>(x);
                using var m = new GuardedArray<float>(mean);
                using var v = new GuardedArray<float>(variance);
                using var w = new GuardedArray<float>(weight);
                BatchNorm.ForwardEvaluation(
                    values.Pointer, w.Pointer, null, m.Pointer, v.Pointer, values.Pointer, batch, channels, spatial, (float)Eps);
                return values.Values.ToArray();
            },
            y,
            relative: 1e-5,
            absolute: 1e-5);
    }

    [Theory]
    [InlineData(3, 2, 5, true)]
    [InlineData(4, 19, 1, true)]
    [InlineData(2, 3, 17, true)]
    [InlineData(2, 3, 17, false)]
    [InlineData(4, 19, 1, false)]
    public void BackwardMatchesFiniteDifferences(int batch, int channels, int spatial, bool training)
    {
        float[] x = KernelAssert.Random(batch * channels * spatial, 1), dy = KernelAssert.Random(x.Length, 2);
        float[] weight = KernelAssert.Random(channels, 3), mean = KernelAssert.Random(channels, 4);
        float[] rstd = Array.ConvertAll(KernelAssert.Random(channels, 5), value => MathF.Abs(value) + 0.5f);
        float[] zero = new float[channels], ones = Enumerable.Repeat(1f, channels).ToArray();
        double[] Evaluate(double[] at, float[] w) => training
            ? Training(at, w, zero, batch, channels, spatial)
            : at.Select((value, i) =>
            {
                int c = i / spatial % channels;
                return (value - mean[c]) * rstd[c] * w[c];
            }).ToArray();

        double[] dx = KernelAssert.Gradient(at => KernelAssert.Dot(Evaluate(at, weight), dy), x);

        // y is linear in weight and bias, so their gradients are these sums.
        double[] normalised = Evaluate(KernelAssert.Widen(x), ones);
        var dWeight = new double[channels];
        var dBias = new double[channels];
        for (int i = 0; i < dy.Length; i++)
        {
            dWeight[i / spatial % channels] += dy[i] * normalised[i];
            dBias[i / spatial % channels] += dy[i];
        }

        KernelAssert.Matches(
            () =>
            {
                using var input = new GuardedArray<float>(x);
                using var w = new GuardedArray<float>(weight);
                using var upstream = new GuardedArray<float>(dy);
                using var y = new GuardedArray<float>(x.Length);
                using var m = new GuardedArray<float>(mean);
                using var r = new GuardedArray<float>(rstd);
                using var gw = new GuardedArray<float>(channels);
                using var gb = new GuardedArray<float>(channels);
                if (training)
                {
                    BatchNorm.ForwardTraining(
                        input.Pointer, w.Pointer, null, y.Pointer, m.Pointer, r.Pointer, null, batch, channels, spatial, (float)Eps);
                }

                BatchNorm.Backward(
                    input.Pointer, w.Pointer, upstream.Pointer, m.Pointer, r.Pointer, y.Pointer, gw.Pointer, gb.Pointer, batch,
                    channels, spatial, training);
                return [y.Values.ToArray(), gw.Values.ToArray(), gb.Values.ToArray()];
            },
            [dx, dWeight, dBias],
            relative: 1e-4,
            absolute: 1e-5);
    }

    private static double[] Means(double[] x, int batch, int channels, int spatial)
    {
        var mean = new double[channels];
        for (int i = 0; i < x.Length; i++)
        {
            mean[i / spatial % channels] += x[i] / (batch * spatial);
        }

        return mean;
    }

    private static double[] Variances(double[] x, int batch, int channels, int spatial)
    {
        double[] mean = Means(x, batch, channels, spatial);
        return Means(x.Select((value, i) => Math.Pow(value - mean[i / spatial % channels], 2)).ToArray(), batch, channels, spatial);
    }

    private static double[] Training(double[] x, float[] weight, float[] bias, int batch, int channels, int spatial)
    {
        double[] mean = Means(x, batch, channels, spatial), variance = Variances(x, batch, channels, spatial);
        return x.Select((value, i) =>
        {
            int c = i / spatial % channels;
            return ((value - mean[c]) / Math.Sqrt(variance[c] + (float)Eps) * weight[c]) + bias[c];
        }).ToArray();
    }
}
