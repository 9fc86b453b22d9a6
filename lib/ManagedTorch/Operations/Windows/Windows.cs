using ManagedTorch.Core;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Windows of n samples. A periodic window is the symmetric one of n + 1 samples without its last: what a spectrum of overlapping
/// frames needs. Formulas: Harris 1978, Proceedings of the IEEE 66(1).
/// </summary>
internal static class Windows
{
    /// <param name="shape">The value at a place in [0, 1] of the symmetric window.</param>
    public static Tensor Create(string name, long n, bool periodic, Func<double, double> shape, ScalarType? dtype, Device? device,
        bool requiresGrad)
    {
        var type = dtype ?? get_default_dtype();
        if (!DTypes.IsFloating(type))
            throw new ArgumentException($"{name}: the samples are floats; dtype cannot be {type}.");
        if (n is < 0 or > FourierTransforms.Longest)
            throw new ArgumentException($"{name}: a window cannot have {n} samples.");
        using var values = Tensor.Empty([n], ScalarType.Float64);
        var samples = values.Span<double>();
        double last = periodic ? n : n - 1;
        for (var i = 0; i < samples.Length; i++)
            samples[i] = n == 1 ? 1 : shape(i / last);
        return Creation.Finish(Casts.To(values, type), device, requiresGrad);
    }

    /// <summary>Modified Bessel function of the first kind and order 0: Σ (x²/4)^k / (k!)².</summary>
    public static double BesselI0(double x)
    {
        double sum = 1, term = 1;
        for (var k = 1; term > sum * 1e-17; k++)
        {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }

        return sum;
    }
}
