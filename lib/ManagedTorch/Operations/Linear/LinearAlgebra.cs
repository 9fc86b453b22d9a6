using ManagedTorch.Core;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// The bridge to MathNet: each matrix of a batch (..., rows, columns) is computed on its own, in Float64. For small matrices; a
/// factorisation of a large one takes seconds.
/// </summary>
internal static class LinearAlgebra
{
    /// <summary>Checks that a tensor holds (batches of) matrices of floats.</summary>
    public static void Check(string name, Tensor x, bool square)
    {
        if (x.Rank < 2 || (square && x.Sizes[^2] != x.Sizes[^1]))
            throw Errors.Shape(name, x.Sizes, square ? "it takes square matrices" : "it takes matrices");
        if (!DTypes.IsFloating(x.Type))
            throw new InvalidOperationException($"{name}: the elements must be floats, not {x.Type}.");
    }

    /// <summary>
    /// Computes results of fixed shapes for every matrix of a batch; the function gets a matrix and returns each result row by row.
    /// Without history.
    /// </summary>
    public static Tensor[] Each(string name, Tensor x, bool square, long[][] shapes, Func<Matrix<double>, double[][]> function)
    {
        Check(name, x, square);
        using var wide = Casts.To(x, ScalarType.Float64);
        using var ordered = wide.InOrder();
        int rows = (int)x.Sizes[^2], columns = (int)x.Sizes[^1];
        var batch = x.Sizes[..^2];
        var results = shapes.Select(shape => new double[Layout.Count(batch) * Layout.Count(shape)]).ToArray();
        for (var i = 0; i < Layout.Count(batch) && rows * columns > 0; i++)
        {
            var values = ordered.Span<double>().Slice(i * rows * columns, rows * columns).ToArray();
            if (values.Any(v => !double.IsFinite(v)))
                throw new InvalidOperationException($"{name}: matrix {i} has an element that is infinite or not a number.");
            var parts = function(new DenseMatrix(columns, rows, values).Transpose());
            for (var k = 0; k < parts.Length; k++)
            {
                if (parts[k].Any(v => !double.IsFinite(v)))
                    throw new InvalidOperationException($"{name}: matrix {i} is singular.");
                parts[k].CopyTo(results[k], i * Layout.Count(shapes[k]));
            }
        }

        return [.. results.Select((values, k) =>
        {
            using var exact = tensor(values, [.. batch, .. shapes[k]], ScalarType.Float64);
            return Casts.To(exact, x.Type);
        })];
    }

    /// <summary>The elements row by row.</summary>
    public static double[] Flat(Matrix<double> matrix) => matrix.ToRowMajorArray();

    /// <summary>A product over the last two dimensions, as the formulas of the gradients read.</summary>
    public static Tensor Times(this Tensor a, Tensor b) => MatrixProduct.Product(a, b);
}
