using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity;

/// <summary>
/// How far a tensor is from PyTorch's. Allowed for Float32: 1e-5 of the element plus 1e-6 of the largest element (at least 1e-6), for
/// sums end with the error of their largest terms; for Float64: 1e-12 and 1e-13. Everything else must be equal.
/// </summary>
internal static class Closeness
{
    /// <summary>The error of the worst element in units of what is allowed for it.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">Shape or type differ, or an element is not finite where PyTorch's is, or the
    /// reverse.</exception>
    public static double Measure(string what, Tensor expected, Tensor actual)
    {
        Assert.True(expected.dtype == actual.dtype, $"{what}: PyTorch gives {expected.dtype}, got {actual.dtype}");
        Assert.True(expected.shape.SequenceEqual(actual.shape),
            $"{what}: PyTorch gives shape ({string.Join(", ", expected.shape)}), got ({string.Join(", ", actual.shape)})");
        double[] wanted = Numbers(expected), given = Numbers(actual);
        var (relative, absolute) = expected.dtype switch
        {
            ScalarType.Float32 => (1e-5, 1e-6),
            ScalarType.Float64 => (1e-12, 1e-13),
            _ => (0, double.Epsilon),
        };
        var largest = wanted.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        double worst = 0;
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i].Equals(given[i]))
                continue;
            Assert.True(double.IsFinite(wanted[i]) && double.IsFinite(given[i]),
                $"{what}: element {i}: PyTorch gives {wanted[i]:R}, got {given[i]:R}");
            var allowed = (relative * Math.Abs(wanted[i])) + (absolute * Math.Max(1, largest));
            var error = Math.Abs(wanted[i] - given[i]) / allowed;
            worst = Math.Max(worst, error);
            Assert.True(error <= 1,
                $"{what}: element {i}: PyTorch gives {wanted[i]:R}, got {given[i]:R}, {error:0.##} times what is allowed");
        }

        return worst;
    }

    private static double[] Numbers(Tensor x)
    {
        using var noGrad = no_grad();
        return x.to(ScalarType.Float64).data<double>().ToArray();
    }
}
