using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

/// <summary>Runs a kernel on every instruction set with one and two threads and compares it with a float64 reference.</summary>
internal static class KernelAssert
{
    /// <summary>Lengths around every vector width, none, one, and several chunks.</summary>
    internal static readonly int[] Lengths = [0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 100, 257, 50_003];

    /// <summary>
    /// Each array that run returns is compared with its reference: |got - wanted| at most absolute + relative |wanted|. The
    /// bits for one and for two threads must be equal.
    /// </summary>
    internal static void Matches(Func<float[][]> run, double[][] wanted, double relative = 2e-6, double absolute = 2e-6)
    {
        foreach (SimdLevel level in KernelSettings.Levels)
        {
            float[][] alone, shared;
            using (new KernelSettings(level, 1))
            {
                alone = run();
            }

            using (new KernelSettings(level, 2))
            {
                shared = run();
            }

            Assert.Equal(wanted.Length, alone.Length);
            for (int i = 0; i < wanted.Length; i++)
            {
                Assert.True(Bits(alone[i]).AsSpan().SequenceEqual(Bits(shared[i])), $"{level}: output {i} depends on the thread count.");
                Close(alone[i], wanted[i], relative, absolute, $"{level}, output {i}");
            }
        }
    }

    internal static void Matches(Func<float[]> run, double[] wanted, double relative = 2e-6, double absolute = 2e-6) =>
        Matches(() => new[] { run() }, [wanted], relative, absolute);

    internal static void Close(ReadOnlySpan<float> got, ReadOnlySpan<double> wanted, double relative, double absolute, string what)
    {
        Assert.Equal(wanted.Length, got.Length);
        for (int i = 0; i < got.Length; i++)
        {
            bool same = double.IsNaN(wanted[i]) ? float.IsNaN(got[i])
                : got[i] == (float)wanted[i] || Math.Abs(got[i] - wanted[i]) <= absolute + (relative * Math.Abs(wanted[i]));
            Assert.True(same, $"{what}: element {i} is {got[i]:g9}, not {wanted[i]:g9}.");
        }
    }

    /// <summary>Numbers in [-scale, scale], the same on every run.</summary>
    internal static float[] Random(long count, int seed, double scale = 2)
    {
        var random = new Random(seed);
        var values = new float[count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(((2 * random.NextDouble()) - 1) * scale);
        }

        return values;
    }

    internal static double[] Widen(float[] values) => Array.ConvertAll(values, value => (double)value);

    /// <summary>The gradient of a scalar function by central differences.</summary>
    internal static double[] Gradient(Func<double[], double> function, float[] at)
    {
        const double step = 1e-5;
        double[] x = Widen(at);
        var gradient = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            double kept = x[i];
            x[i] = kept + step;
            double above = function(x);
            x[i] = kept - step;
            gradient[i] = (above - function(x)) / (2 * step);
            x[i] = kept;
        }

        return gradient;
    }

    internal static double Dot(double[] a, float[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);
}
