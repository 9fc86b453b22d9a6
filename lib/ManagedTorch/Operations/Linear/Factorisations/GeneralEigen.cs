using System.Numerics;
using ManagedTorch.Autograd;
using ManagedTorch.Core;
using MathNet.Numerics.LinearAlgebra;
using ComplexMatrix = MathNet.Numerics.LinearAlgebra.Complex.DenseMatrix;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// A V = V diag(w) for square real A (..., n, n), with complex w (..., n) and V (..., n, n), whose columns have length 1.
/// Gradient of A, with E_ij = w_j - w_i and * for conjugated and transposed: the real part of
///     V*^-1 (diag(G_w) + (V*G_V - V*V diag(Re V*G_V)) / conj(E)) V*
/// (Boeddeker et al. 2017, "On the computation of complex-valued gradients", 4.4). Equal eigenvalues have no gradient through V.
/// </summary>
internal static class GeneralEigen
{
    public static (Tensor Values, Tensor Vectors) Decompose(Tensor a)
    {
        LinearAlgebra.Check("eig", a, square: true);
        var n = a.Sizes[^1];
        // Real and imaginary parts side by side.
        Tensor[] parts;
        using (no_grad())
            parts = LinearAlgebra.Each("eig", Casts.To(a, ScalarType.Float64), true, [[n, 2], [n, n, 2]], Decompose);
        var type = DTypes.ComplexOf(a.Type == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32);
        var values = Casts.To(parts[0].view_as_complex(), type);
        var vectors = Casts.To(parts[1].view_as_complex(), type);
        if (Tape.OpenMany("eig", 2, a) is not { } node)
            return (values, vectors);
        var (savedValues, savedVectors) = (node.Save(values), node.Save(vectors));
        node.Define(g => [Gradient(savedValues.Value, savedVectors.Value, g[0], g[1], a.Type)]);
        return (node.Close(values), node.Close(vectors, 1));
    }

    private static double[][] Decompose(Matrix<double> matrix)
    {
        var evd = matrix.Evd(Symmetricity.Asymmetric);
        var n = matrix.RowCount;
        var values = evd.EigenValues;
        var vectors = new Complex[n, n];
        for (var j = 0; j < n; j++)
        {
            // A pair of conjugated values shares two columns: the real and the imaginary part of the first one's vector.
            var pair = values[j].Imaginary != 0;
            double square = 0;
            for (var i = 0; i < n; i++)
            {
                vectors[i, j] = pair ? new Complex(evd.EigenVectors[i, j], evd.EigenVectors[i, j + 1]) : evd.EigenVectors[i, j];
                square += (vectors[i, j] * Complex.Conjugate(vectors[i, j])).Real;
            }

            for (var i = 0; i < n; i++)
            {
                vectors[i, j] /= Math.Sqrt(square);
                if (pair)
                    vectors[i, j + 1] = Complex.Conjugate(vectors[i, j]);
            }

            j += pair ? 1 : 0;
        }

        return
        [
            [.. values.SelectMany(value => new[] { value.Real, value.Imaginary })],
            [.. vectors.Cast<Complex>().SelectMany(value => new[] { value.Real, value.Imaginary })],
        ];
    }

    private static Tensor Gradient(Tensor values, Tensor vectors, Tensor? ofValues, Tensor? ofVectors, ScalarType type)
    {
        var n = (int)values.Sizes[^1];
        var (w, v) = (Numbers(values), Numbers(vectors));
        var gw = ofValues is null ? null : Numbers(ofValues);
        var gv = ofVectors is null ? null : Numbers(ofVectors);
        var result = new double[v.Length];
        for (var b = 0; b < (n == 0 ? 0 : w.Length / n); b++)
        {
            var vector = Matrix(v, b, n);
            var adjoint = vector.ConjugateTranspose();
            var inner = new ComplexMatrix(n, n);
            if (gv is not null)
            {
                var turned = adjoint * Matrix(gv, b, n);
                var square = adjoint * vector;
                for (var i = 0; i < n; i++)
                    for (var j = 0; j < n; j++)
                        if (i != j)
                            inner[i, j] = (turned[i, j] - (square[i, j] * turned[j, j].Real))
                                / Complex.Conjugate(w[(b * n) + j] - w[(b * n) + i]);
            }

            for (var i = 0; gw is not null && i < n; i++)
                inner[i, i] = gw[(b * n) + i];
            var gradient = adjoint.Solve(inner * adjoint);
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++)
                    result[(((b * n) + i) * n) + j] = gradient[i, j].Real;
        }

        using var exact = tensor(result, vectors.Sizes, ScalarType.Float64);
        return Casts.To(exact, type);
    }

    private static Complex[] Numbers(Tensor x)
    {
        using var wide = Casts.To(x, ScalarType.ComplexFloat64);
        using var ordered = wide.InOrder();
        return ordered.Span<Complex>().ToArray();
    }

    private static ComplexMatrix Matrix(Complex[] values, int number, int n) =>
        ComplexMatrix.Create(n, n, (i, j) => values[(((number * n) + i) * n) + j]);
}
