using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests;

/// <summary>Tensors and expected figures as plain numbers.</summary>
internal static class Numbers
{
    /// <summary>The numbers that tests/fixtures/make_nn.py calls a wave.</summary>
    public static Tensor Wave(double phase, params long[] shape)
    {
        long count = shape.Aggregate(1L, (product, length) => product * length);
        float[] values = [.. Enumerable.Range(0, (int)count).Select(i => (float)Math.Sin(0.7 * i + phase))];
        return tensor(values).reshape(shape);
    }

    public static double[] Of(Tensor tensor) => [.. tensor.detach().to(ScalarType.Float64).reshape(-1).data<double>()];

    public static double[] Of(JsonElement element) => [.. element.EnumerateArray().Select(e => e.GetDouble())];

    public static void AssertClose(JsonElement expected, Tensor actual, double tolerance, string what = "") =>
        AssertClose(Of(expected), Of(actual), tolerance, what);

    public static void AssertClose(double[] expected, double[] actual, double tolerance, string what = "")
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance,
                $"{what} element {i}: PyTorch gives {expected[i]:R}, got {actual[i]:R}");
        }
    }
}
