using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(KernelCollection.Name)]
public sealed unsafe class VectorMathTests
{
    private delegate void FloatKernel(float* x, float* y, long n);

    private delegate void DoubleKernel(double* x, double* y, long n);

    private sealed record Case(
        FloatKernel Float, DoubleKernel Double, Func<double, double> Exact, double Low, double High, double Ulps);

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["exp"] = new(VectorMath.Exp, VectorMath.Exp, Math.Exp, -104, 90, 2),
        ["log"] = new(VectorMath.Log, VectorMath.Log, Math.Log, 0, 10, 2),
        ["log1p"] = new(VectorMath.Log1p, VectorMath.Log1p, x => Math.Log(1 + x), -0.9, 10, 2),
        ["expm1"] = new(VectorMath.Expm1, VectorMath.Expm1, x => Math.Exp(x) - 1, -20, 80, 2),
        ["sqrt"] = new(VectorMath.Sqrt, VectorMath.Sqrt, Math.Sqrt, 0, 100, 1),
        ["rsqrt"] = new(VectorMath.Rsqrt, VectorMath.Rsqrt, x => 1 / Math.Sqrt(x), 1e-3, 100, 2),
        ["reciprocal"] = new(VectorMath.Reciprocal, VectorMath.Reciprocal, x => 1 / x, -5, 5, 1),
        ["tanh"] = new(VectorMath.Tanh, VectorMath.Tanh, Math.Tanh, -12, 12, 2),
        ["sigmoid"] = new(VectorMath.Sigmoid, VectorMath.Sigmoid, x => 1 / (1 + Math.Exp(-x)), -80, 80, 3),
        ["erf"] = new(VectorMath.Erf, VectorMath.Erf, MathNet.Numerics.SpecialFunctions.Erf, -6, 6, 2),
        ["sin"] = new(VectorMath.Sin, VectorMath.Sin, Math.Sin, -100, 100, 2),
        ["cos"] = new(VectorMath.Cos, VectorMath.Cos, Math.Cos, -100, 100, 2),
        ["abs"] = new(VectorMath.Abs, VectorMath.Abs, Math.Abs, -5, 5, 0),
        ["neg"] = new(VectorMath.Neg, VectorMath.Neg, x => -x, -5, 5, 0),
        ["sign"] = new(VectorMath.Sign, VectorMath.Sign, x => Math.Sign(x), -5, 5, 0),
        ["floor"] = new(VectorMath.Floor, VectorMath.Floor, Math.Floor, -5, 5, 0),
        ["ceil"] = new(VectorMath.Ceil, VectorMath.Ceil, Math.Ceiling, -5, 5, 0),
        ["round"] = new(VectorMath.Round, VectorMath.Round, x => Math.Round(x, MidpointRounding.ToEven), -5, 5, 0),
        ["relu"] = new(VectorMath.Relu, VectorMath.Relu, x => Math.Max(x, 0), -5, 5, 0),
        ["square"] = new(VectorMath.Square, VectorMath.Square, x => x * x, -5, 5, 1),
    };

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void MatchesFloat64ForEveryLengthAndInPlace(string name)
    {
        Case function = Cases[name];
        foreach (int n in KernelAssert.Lengths)
        {
            float[] x = Inputs(function, n);
            double[] wanted = Array.ConvertAll(x, value => function.Exact(value));
            double relative = function.Ulps * Math.Pow(2, -23);
            KernelAssert.Matches(
                () =>
                {
                    using var source = new GuardedArray<float>(x);
                    using var result = new GuardedArray<float>(n);
                    function.Float(source.Pointer, result.Pointer, n);
                    function.Float(source.Pointer, source.Pointer, n);
                    return [result.Values.ToArray(), source.Values.ToArray()];
                },
                [wanted, wanted],
                relative,
                2e-45);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Float64OverloadIsExactToItsPrecision(string name)
    {
        Case function = Cases[name];
        double[] x = KernelAssert.Widen(Inputs(function, 1000));
        using var source = new GuardedArray<double>(x);
        using var result = new GuardedArray<double>(x.Length);
        function.Double(source.Pointer, result.Pointer, x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            double wanted = function.Exact(x[i]);
            double error = Math.Abs(result.Values[i] - wanted);
            Assert.True(error <= 1e-13 * Math.Max(1, Math.Abs(wanted)), $"{name}({x[i]}) = {result.Values[i]}");
        }
    }

    [Fact]
    public void SpecialValuesFollowIeee754()
    {
        const float inf = float.PositiveInfinity, nan = float.NaN;
        Check(VectorMath.Exp, [nan, inf, -inf, 0, 88.8f, -110], [nan, inf, 0, 1, inf, 0]);
        Check(VectorMath.Log, [nan, inf, 0, -0f, -1, 1, 1e-45f], [nan, inf, -inf, -inf, nan, 0, -103.27893f]);
        Check(VectorMath.Erf, [nan, inf, -inf, 0, 30, -30], [nan, 1, -1, 0, 1, -1]);
        Check(VectorMath.Tanh, [nan, inf, -inf, 0, 50, -50], [nan, 1, -1, 0, 1, -1]);
        Check(VectorMath.Sigmoid, [nan, inf, -inf, 0, 200, -200], [nan, 1, 0, 0.5, 1, 0]);
        Check(VectorMath.Relu, [nan, inf, -inf, -1, 2], [nan, inf, 0, 0, 2]);
        Check(VectorMath.Sign, [nan, inf, -inf, -0f], [0, 1, -1, 0]);
        Check(VectorMath.Round, [0.5f, 1.5f, 2.5f, -0.5f, -1.5f, nan], [0, 2, 2, 0, -2, nan]);
        Check(VectorMath.Sqrt, [nan, -1, inf], [nan, nan, inf]);
    }

    [Fact]
    public void LogAndExpm1KeepTheirDigitsNearZero()
    {
        Check(VectorMath.Log1p, [1e-8f, -1e-8f, 0], [1e-8f, -1e-8f, 0]);
        Check(VectorMath.Expm1, [1e-8f, -1e-8f, 0, -200], [1e-8f, -1e-8f, 0, -1]);
    }

    private static void Check(FloatKernel kernel, float[] x, double[] wanted) =>
        KernelAssert.Matches(
            () =>
            {
                using var source = new GuardedArray<float>(x);
                kernel(source.Pointer, source.Pointer, x.Length);
                return source.Values.ToArray();
            },
            wanted);

    private static float[] Inputs(Case function, int n)
    {
        float[] x = KernelAssert.Random(n, n, 0.5);
        return Array.ConvertAll(x, value => (float)(function.Low + ((value + 0.5) * (function.High - function.Low))));
    }
}
