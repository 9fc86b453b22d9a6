using ManagedTorch.Autograd;
using ManagedTorch.Core;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>Inverses, solutions of linear equations and determinants of square matrices (..., n, n).</summary>
internal static class Inversion
{
    /// <summary>Y = A^-1; gradient of A: -Y' G Y' (' transposes).</summary>
    public static Tensor Inverse(Tensor a)
    {
        LinearAlgebra.Check("inv", a, square: true);
        var n = a.Sizes[^1];
        var result = LinearAlgebra.Each("inv", a, true, [[n, n]], matrix => [LinearAlgebra.Flat(matrix.Inverse())])[0];
        if (Tape.Open("inv", a) is not { } node)
            return result;
        var saved = node.Save(result);
        node.Define(g => [saved.Value.mT.Times(g[0]!).Times(saved.Value.mT).neg()]);
        return node.Close(result);
    }

    /// <summary>The X (..., n, k) with A X = B; gradients: of B, H = A'^-1 G; of A, -H X'. Batches broadcast.</summary>
    public static Tensor Solve(Tensor a, Tensor b)
    {
        LinearAlgebra.Check("solve", a, square: true);
        Errors.RequireType("solve", a, b);
        if (b.Rank == 1 || (b.Rank == a.Rank - 1 && b.Sizes.AsSpan().SequenceEqual(a.Sizes.AsSpan(..^1))))
            return Solve(a, b.unsqueeze(-1)).squeeze(-1);
        if (b.Sizes[^2] != a.Sizes[^1])
            throw Errors.Shapes("solve", a.Sizes, b.Sizes, "both need equally many rows");
        long n = a.Sizes[^1], k = b.Sizes[^1];
        var batch = Layout.Broadcast("solve", a.Sizes.AsSpan(..^2), b.Sizes.AsSpan(..^2));
        if (n == 0 || k == 0)
            return b.expand([.. batch, n, k]).clone();
        Tensor result;
        using (no_grad())
        {
            // Both sides travel as one matrix (A | B).
            var system = cat([a.expand([.. batch, n, n]), b.expand([.. batch, n, k])], -1);
            result = LinearAlgebra.Each("solve", system, false, [[n, k]],
                matrix =>
                    [LinearAlgebra.Flat(matrix.SubMatrix(0, (int)n, 0, (int)n).Solve(matrix.SubMatrix(0, (int)n, (int)n, (int)k)))])[0];
        }

        if (Tape.Open("solve", a, b) is not { } node)
            return result;
        var (savedA, savedX) = (node.Save(a), node.Save(result));
        var (shapeA, shapeB) = (a.Sizes, b.Sizes);
        node.Define(g =>
        {
            var back = Solve(savedA.Value.mT, g[0]!);
            return
            [
                node.Needs(0) ? Reduction.SumTo(back.Times(savedX.Value.mT).neg(), shapeA) : null,
                node.Needs(1) ? Reduction.SumTo(back, shapeB) : null,
            ];
        });
        return node.Close(result);
    }

    /// <summary>d = det A; gradient of A: g d A'^-1, which exists here for regular matrices only.</summary>
    public static Tensor Determinant(Tensor a)
    {
        LinearAlgebra.Check("det", a, square: true);
        if (a.Sizes[^1] == 0)
            return ones(a.Sizes[..^2], a.Type);
        var result = LinearAlgebra.Each("det", a, true, [[]], matrix => [[matrix.Determinant()]])[0];
        if (Tape.Open("det", a) is not { } node)
            return result;
        var (savedA, savedResult) = (node.Save(a), node.Save(result));
        node.Define(g => [(g[0]! * savedResult.Value).unsqueeze(-1).unsqueeze(-1) * Inverse(savedA.Value).mT]);
        return node.Close(result);
    }

    /// <summary>Sign and logarithm of the size of the determinant; gradient of A: g A'^-1 (g of the logarithm).</summary>
    public static (Tensor Sign, Tensor Logarithm) SignAndLogarithm(Tensor a)
    {
        LinearAlgebra.Check("slogdet", a, square: true);
        if (a.Sizes[^1] == 0)
            return (ones(a.Sizes[..^2], a.Type), zeros(a.Sizes[..^2], a.Type));
        Tensor sign, logarithm;
        using (no_grad())
        {
            // The diagonal of U, times the sign of the permutation: the product of many factors would overflow.
            var factors = LinearAlgebra.Each("slogdet", a, true, [[a.Sizes[^1]], []], matrix =>
            {
                var lu = matrix.LU();
                var diagonal = lu.U.Diagonal().ToArray();
                var parity = Math.Sign(lu.Determinant) * diagonal.Aggregate(1, (s, v) => s * Math.Sign(v));
                return [diagonal, [parity]];
            });
            sign = factors[0].sign().prod(-1) * factors[1];
            logarithm = factors[0].abs().log().sum(-1);
        }

        if (Tape.OpenMany("slogdet", 2, a) is not { } node)
            return (sign, logarithm);
        var saved = node.Save(a);
        node.Define(g => [g[1] is null ? null : g[1]!.unsqueeze(-1).unsqueeze(-1) * Inverse(saved.Value).mT]);
        return (node.Close(sign), node.Close(logarithm, 1));
    }

    /// <summary>P = A^+, (..., n, m) for A (..., m, n); singular values up to the tolerance count as 0. Gradient of A:
    /// -P'GP' + (I - AP) G'PP' + P'PG' (I - PA) (Golub and Pereyra, 1973).</summary>
    public static Tensor PseudoInverse(Tensor a, double? atol, double? rtol)
    {
        LinearAlgebra.Check("pinv", a, square: false);
        long m = a.Sizes[^2], n = a.Sizes[^1];
        var relative = rtol ?? (atol is > 0 ? 0 : Math.Max(m, n) * DecompositionTolerance(a.Type));
        var result = LinearAlgebra.Each("pinv", a, false, [[n, m]], matrix =>
        {
            var svd = matrix.Svd();
            var limit = Math.Max(atol ?? 0, relative * svd.S[0]);
            var inverse = matrix.Transpose() * 0;
            for (var i = 0; i < svd.S.Count; i++)
                if (svd.S[i] > limit)
                    inverse += svd.VT.Row(i).OuterProduct(svd.U.Column(i)) / svd.S[i];
            return [LinearAlgebra.Flat(inverse)];
        })[0];
        if (Tape.Open("pinv", a) is not { } node)
            return result;
        var (savedA, savedP) = (node.Save(a), node.Save(result));
        node.Define(g =>
        {
            Tensor x = savedA.Value, p = savedP.Value, back = g[0]!.mT;
            var left = back.Times(p).Times(p.mT);
            var right = p.mT.Times(p).Times(back);
            return [left - x.Times(p).Times(left) + right - right.Times(p).Times(x) - p.mT.Times(g[0]!).Times(p.mT)];
        });
        return node.Close(result);
    }

    /// <summary>The relative rounding error of a type.</summary>
    public static double DecompositionTolerance(ScalarType type) => type == ScalarType.Float64 ? 2.220446049250313e-16 : 1.1920929e-07;
}
