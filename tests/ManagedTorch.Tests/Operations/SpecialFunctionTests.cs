using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Operations;

/// <summary>Polygamma functions far from the values that the PyTorch fixtures hold.</summary>
public sealed class SpecialFunctionTests
{
    // The reflection formula psi'(x) = pi^2 / sin^2(pi x) - psi'(1 - x); at halves the sine is 1, and psi'(1 - x) is about 1 / (1 - x).
    [Theory]
    [InlineData(-1.5)]
    [InlineData(-1000.5)]
    [InlineData(-1e12 - 0.5)]
    public void Trigamma_far_below_zero_takes_no_longer_and_keeps_the_reflection_formula(double x)
    {
        using var scope = NewDisposeScope();
        var trigamma = tensor(x).polygamma(1).item<double>();
        var reflected = tensor(1 - x).polygamma(1).item<double>();
        Assert.Equal(Math.PI * Math.PI, trigamma + reflected, 1e-9);
    }

    [Fact]
    public void Tetragamma_below_zero_keeps_the_reflection_formula()
    {
        // psi''(1 - x) - psi''(x) = d^2/dx^2 of pi cot(pi x) = 2 pi^3 cot(pi x) / sin^2(pi x)
        using var scope = NewDisposeScope();
        const double x = -2.3;
        var sine = Math.Sin(Math.PI * x);
        var expected = 2 * Math.Pow(Math.PI, 3) * Math.Cos(Math.PI * x) / Math.Pow(sine, 3);
        var difference = tensor(1 - x).polygamma(2).item<double>() - tensor(x).polygamma(2).item<double>();
        Assert.Equal(expected, difference, 1e-8);
    }
}
