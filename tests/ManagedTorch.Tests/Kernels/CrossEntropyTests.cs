using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(KernelCollection.Name)]
public sealed unsafe class CrossEntropyTests
{
    private const long Ignored = -100;

    [Theory]
    [InlineData(4, 1, false, 0)]
    [InlineData(5, 7, false, 0)]
    [InlineData(6, 16, true, 0)]
    [InlineData(6, 33, false, 0.1)]
    [InlineData(6, 33, true, 0.3)]
    [InlineData(900, 67, true, 0.1)]
    public void LossesAndGradientsMatchTheDefinition(int rows, int classes, bool weighted, double smoothing)
    {
        float[] logits = KernelAssert.Random(rows * classes, 1, 5), upstream = KernelAssert.Random(rows, 2);
        float[] weight = Array.ConvertAll(KernelAssert.Random(classes, 3), value => MathF.Abs(value) + 0.1f);
        long[] target = Enumerable.Range(0, rows).Select(r => r % 4 == 2 ? Ignored : r * 7L % classes).ToArray();
        float[]? used = weighted ? weight : null;
        double[] wide = KernelAssert.Widen(logits);
        double[] losses = Losses(wide, target, used, (float)smoothing, classes);
        double[] gradient = Gradients(wide, target, used, (float)smoothing, upstream, classes);
        if (rows < 10)
        {
            // The closed form that also checks the large case must itself be the derivative of the losses.
            double[] differences = KernelAssert.Gradient(
                at => KernelAssert.Dot(Losses(at, target, used, (float)smoothing, classes), upstream), logits);
            Assert.All(gradient.Zip(differences), pair => Assert.Equal(pair.First, pair.Second, 1e-7));
        }

        KernelAssert.Matches(
            () =>
            {
                using var x = new GuardedArray<float>(logits);
                using var labels = new GuardedArray<long>(target);
                using var w = new GuardedArray<float>(weight);
                using var loss = new GuardedArray<float>(rows);
                using var lse = new GuardedArray<float>(rows);
                using var g = new GuardedArray<float>(upstream);
                float* classWeight = weighted ? w.Pointer : null;
                CrossEntropy.Forward(
                    x.Pointer, labels.Pointer, classWeight, Ignored, (float)smoothing, rows, classes, loss.Pointer, lse.Pointer);
                CrossEntropy.Backward(
                    x.Pointer, lse.Pointer, labels.Pointer, classWeight, Ignored, (float)smoothing, g.Pointer, x.Pointer, rows, classes);
                return [loss.Values.ToArray(), x.Values.ToArray()];
            },
            [losses, gradient],
            relative: 3e-6,
            absolute: 3e-6);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void ATargetThatIsNoClassIsNamed(long label)
    {
        using var x = new GuardedArray<float>(3);
        using var target = new GuardedArray<long>([label]);
        using var results = new GuardedArray<float>(2);
        var error = Assert.Throws<IndexOutOfRangeException>(() => CrossEntropy.Forward(
            x.Pointer, target.Pointer, null, Ignored, 0, 1, 3, results.Pointer, results.Pointer + 1));
        Assert.Contains($"target {label} ", error.Message);
        Assert.Contains("3 classes", error.Message);
    }

    private static double LogSumExp(ReadOnlySpan<double> row)
    {
        double sum = 0;
        foreach (double value in row)
        {
            sum += Math.Exp(value);
        }

        return Math.Log(sum);
    }

    private static double[] Losses(double[] x, long[] target, float[]? weight, double smoothing, int classes)
    {
        var losses = new double[target.Length];
        for (int r = 0; r < target.Length; r++)
        {
            if (target[r] != Ignored)
            {
                double[] row = x[(r * classes)..((r + 1) * classes)];
                double lse = LogSumExp(row);
                double smooth = row.Select((value, c) => (lse - value) * (weight?[c] ?? 1)).Sum() / classes;
                losses[r] = ((1 - smoothing) * (lse - row[target[r]]) * (weight?[target[r]] ?? 1)) + (smoothing * smooth);
            }
        }

        return losses;
    }

    private static double[] Gradients(double[] x, long[] target, float[]? weight, double smoothing, float[] upstream, int classes)
    {
        var gradient = new double[x.Length];
        double total = weight?.Sum(w => (double)w) ?? classes;
        for (int r = 0; r < target.Length; r++)
        {
            double lse = LogSumExp(x.AsSpan(r * classes, classes));
            for (int c = 0; c < classes && target[r] != Ignored; c++)
            {
                int at = (r * classes) + c;
                double p = Math.Exp(x[at] - lse);
                double hard = (weight?[target[r]] ?? 1) * (p - (c == target[r] ? 1 : 0));
                double soft = ((total * p) - (weight?[c] ?? 1)) / classes;
                gradient[at] = upstream[r] * (((1 - smoothing) * hard) + (smoothing * soft));
            }
        }

        return gradient;
    }
}
