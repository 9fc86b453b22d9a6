using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(KernelCollection.Name)]
public sealed unsafe class ReduceTests
{
    [Fact]
    public void SumMatchesForEveryLength()
    {
        foreach (int n in KernelAssert.Lengths)
        {
            float[] x = KernelAssert.Random(n, n);
            KernelAssert.Matches(
                () =>
                {
                    using var values = new GuardedArray<float>(x);
                    return [Reduce.Sum(values.Pointer, n)];
                },
                [x.Sum(value => (double)value)],
                relative: 1e-6,
                absolute: 1e-6 + (3e-8 * n)); // relative to the sum of magnitudes, about n
        }
    }

    [Fact]
    public void Float64SumIsPairwise()
    {
        using var x = new GuardedArray<double>(10_001);
        x.Values.Fill(0.1);
        Assert.Equal(1000.1, Reduce.Sum(x.Pointer, x.Length), 1e-11);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(4, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    [InlineData(6, 16)]
    [InlineData(257, 65)]
    [InlineData(4160, 48)]
    [InlineData(2, 40_001)]
    public void RowAndColumnSumsMatch(int rows, int n)
    {
        float[] x = KernelAssert.Random(rows * n, 1), start = KernelAssert.Random(n, 2);
        var rowSums = new double[rows];
        var columnSums = new double[n];
        for (int i = 0; i < x.Length; i++)
        {
            rowSums[i / n] += x[i];
            columnSums[i % n] += x[i];
        }

        KernelAssert.Matches(
            () =>
            {
                using var values = new GuardedArray<float>(x);
                using var byRow = new GuardedArray<float>(rows);
                using var byColumn = new GuardedArray<float>(n);
                using var accumulated = new GuardedArray<float>(start);
                Reduce.SumRows(values.Pointer, rows, n, byRow.Pointer);
                Reduce.SumColumns(values.Pointer, rows, n, byColumn.Pointer, accumulate: false);
                Reduce.SumColumns(values.Pointer, rows, n, accumulated.Pointer, accumulate: true);
                return [byRow.Values.ToArray(), byColumn.Values.ToArray(), accumulated.Values.ToArray()];
            },
            [rowSums, columnSums, columnSums.Zip(start, (sum, first) => sum + first).ToArray()],
            relative: 1e-5,
            absolute: 1e-4);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(40, 5)]
    [InlineData(33, 16)]
    [InlineData(200, 67)]
    [InlineData(3, 20_000)]
    public void ExtremesTakeTheFirstOfEqualsAndPropagateNaN(int rows, int n)
    {
        // Few distinct values, so that ties are common; some rows hold NaN or only an infinity.
        float[] x = Array.ConvertAll(KernelAssert.Random(rows * n, 5), value => MathF.Round(value * 2));
        for (int r = 0; r < rows; r += 3)
        {
            x[(r * n) + (n / 2)] = float.NaN;
            x[(r * n) + n - 1] = float.NaN;
        }

        Array.Fill(x, float.NegativeInfinity, n, n);
        foreach (bool largest in new[] { true, false })
        {
            var values = new double[rows];
            var indices = new double[rows];
            for (int r = 0; r < rows; r++)
            {
                ReadOnlySpan<float> row = x.AsSpan(r * n, n);
                int best = 0;
                for (int i = 1; i < n && !float.IsNaN(row[best]); i++)
                {
                    best = float.IsNaN(row[i]) || (largest ? row[i] > row[best] : row[i] < row[best]) ? i : best;
                }

                (values[r], indices[r]) = (row[best], best);
            }

            KernelAssert.Matches(
                () =>
                {
                    using var input = new GuardedArray<float>(x);
                    using var y = new GuardedArray<float>(rows);
                    using var index = new GuardedArray<long>(rows);
                    if (largest)
                    {
                        Reduce.MaxRows(input.Pointer, rows, n, y.Pointer, index.Pointer);
                    }
                    else
                    {
                        Reduce.MinRows(input.Pointer, rows, n, y.Pointer, index.Pointer);
                    }

                    return [y.Values.ToArray(), Array.ConvertAll(index.Values.ToArray(), i => (float)i)];
                },
                [values, indices],
                0,
                0);
        }
    }

    [Fact]
    public void TheMaximumOfNothingIsRefused()
    {
        using var y = new GuardedArray<float>(1);
        Assert.Throws<ArgumentException>(() => Reduce.MaxRows(null, 1, 0, y.Pointer, null));
    }
}
