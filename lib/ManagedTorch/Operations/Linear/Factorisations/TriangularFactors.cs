using ManagedTorch.Autograd;
using ManagedTorch.Core;
using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// A = P L U for A (..., m, n) with a permutation P (m, m), L (m, k) with ones on its diagonal and zeros above, and U (k, n) with zeros
/// below its diagonal; k = min(m, n). Of B = P'A, L and U the index 1 means the first k rows and columns, 2 the others. As dL1 = L1 lower(X)
/// and dU1 = upper(X) U1 with X = L1^-1 dB1 U1^-1, and the rest is linear in dB, the gradient of B is
///     G1 = L1'^-1 [lower(L1' G_L1 - G_U2 U2') + upper(G_U1 U1' - L2' G_L2)] U1'^-1,
///     G2 = G_L2 U1'^-1 of further rows, L1'^-1 G_U2 of further columns,
/// with the rows put back by P; lower is without, upper with the diagonal.
/// </summary>
internal static class TriangularFactors
{
    /// <summary>L, U, and as Int32 (..., k), counted from 1, the row that was exchanged with each row in turn.</summary>
    public static (Tensor L, Tensor U, Tensor Pivots) Decompose(string name, Tensor a, bool pivot)
    {
        LinearAlgebra.Check(name, a, square: false);
        if (!pivot)
            throw new NotSupportedException($"{name}: without pivoting the factors may not exist; leave pivot as it is.");
        long m = a.Sizes[^2], n = a.Sizes[^1], k = Math.Min(m, n);
        var parts = LinearAlgebra.Each(name, a, false, [[m, k], [k, n], [k]], matrix => Eliminate(matrix, (int)k));
        var (lower, upper, pivots) = (parts[0], parts[1], Casts.To(parts[2], ScalarType.Int32));
        if (Tape.OpenMany(name, 2, a) is not { } node)
            return (lower, upper, pivots);
        var (savedL, savedU, savedPivots) = (node.Save(lower), node.Save(upper), node.Save(pivots));
        node.Define(g => [Gradient(savedL.Value, savedU.Value, Permutation(savedPivots.Value, m, a.Type), g[0], g[1])]);
        return (node.Close(lower), node.Close(upper, 1), pivots);
    }

    /// <summary>The matrix P (..., m, m) that puts exchanged rows back: A = P L U.</summary>
    public static Tensor Permutation(Tensor pivots, long m, ScalarType type)
    {
        using var ordered = pivots.InOrder();
        var exchanges = ordered.Span<int>();
        var k = (int)pivots.Sizes[^1];
        var batch = Layout.Count(pivots.Sizes.AsSpan(..^1));
        var result = Tensor.Zeros([.. pivots.Sizes[..^1], m, m], ScalarType.Float64);
        var matrix = result.Span<double>();
        for (var b = 0; b < batch; b++)
        {
            var rows = Enumerable.Range(0, (int)m).ToArray();
            for (var i = 0; i < k; i++)
            {
                var other = exchanges[(b * k) + i] - 1;
                if (other < 0 || other >= m)
                    throw new ArgumentException($"lu_unpack: pivot {other + 1} is no row of {m}; rows count from 1.");
                (rows[i], rows[other]) = (rows[other], rows[i]);
            }

            for (var i = 0; i < m; i++)
                matrix[(int)((((b * m) + rows[i]) * m) + i)] = 1;
        }

        return Casts.To(result, type);
    }

    // Gauss's elimination; the largest element of the column below becomes the pivot, the first of several.
    private static double[][] Eliminate(Matrix<double> matrix, int k)
    {
        var a = matrix.ToArray();
        int m = matrix.RowCount, n = matrix.ColumnCount;
        var pivots = new double[k];
        for (var c = 0; c < k; c++)
        {
            var best = c;
            for (var i = c + 1; i < m; i++)
                best = Math.Abs(a[i, c]) > Math.Abs(a[best, c]) ? i : best;
            pivots[c] = best + 1;
            for (var j = 0; best != c && j < n; j++)
                (a[c, j], a[best, j]) = (a[best, j], a[c, j]);
            if (a[c, c] == 0)
                continue;
            for (var i = c + 1; i < m; i++)
            {
                a[i, c] /= a[c, c];
                for (var j = c + 1; j < n; j++)
                    a[i, j] -= a[i, c] * a[c, j];
            }
        }

        var (lower, upper) = (new double[m * k], new double[k * n]);
        for (var i = 0; i < m; i++)
            for (var j = 0; j < k; j++)
                lower[(i * k) + j] = i == j ? 1 : i > j ? a[i, j] : 0;
        for (var i = 0; i < k; i++)
            for (var j = i; j < n; j++)
                upper[(i * n) + j] = a[i, j];
        return [lower, upper, pivots];
    }

    private static Tensor Gradient(Tensor l, Tensor u, Tensor p, Tensor? fromL, Tensor? fromU)
    {
        var (gl, gu) = (fromL ?? l.zeros_like(), fromU ?? u.zeros_like());
        long m = l.Sizes[^2], n = u.Sizes[^1], k = l.Sizes[^1];
        Tensor l1 = l.narrow(-2, 0, k), u1 = u.narrow(-1, 0, k);
        var below = l1.mT.Times(gl.narrow(-2, 0, k));
        var above = gu.narrow(-1, 0, k).Times(u1.mT);
        if (n > k)
            below -= gu.narrow(-1, k, n - k).Times(u.narrow(-1, k, n - k).mT);
        if (m > k)
            above -= l.narrow(-2, k, m - k).mT.Times(gl.narrow(-2, k, m - k));
        // From the left L1'^-1, from the right U1'^-1.
        Tensor Left(Tensor x) => linalg.solve(l1.mT, x);
        Tensor Right(Tensor x) => linalg.solve(u1.mT, x, left: false);
        var gradient = Right(Left(below.tril(-1) + above.triu()));
        if (n > k)
            gradient = cat([gradient, Left(gu.narrow(-1, k, n - k))], -1);
        if (m > k)
            gradient = cat([gradient, Right(gl.narrow(-2, k, m - k))], -2);
        return p.Times(gradient);
    }
}
