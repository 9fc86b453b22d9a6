using static TorchSharp.torch;

namespace Bench.Workloads;

/// <summary>Products of an (M, K) and a (K, N) matrix, ten to a step.</summary>
internal sealed class MatrixProducts(long m, long k, long n) : IWorkload
{
    private const int Products = 10;

    private readonly Tensor left = randn(m, k);
    private readonly Tensor right = randn(k, n);

    public double FlopsPerStep => 2.0 * Products * m * k * n;

    public void Step()
    {
        using var noGrad = no_grad();
        for (var i = 0; i < Products; i++)
            left.mm(right).Dispose();
    }
}
