namespace ManagedTorch.Kernels;

internal static unsafe partial class Reduce
{
    /// <summary>The largest value of each row of x (rows, n) and the index of its first occurrence; NaN counts as largest. index may be null.</summary>
    internal static void MaxRows(float* x, long rows, long n, float* y, long* index) => Extremes(x, rows, n, y, index, largest: true);

    /// <summary>The smallest value of each row of x (rows, n) and the index of its first occurrence; NaN counts as smallest. index may be null.</summary>
    internal static void MinRows(float* x, long rows, long n, float* y, long* index) => Extremes(x, rows, n, y, index, largest: false);

    private static void Extremes(float* x, long rows, long n, float* y, long* index, bool largest)
    {
        if (n <= 0 && rows > 0)
        {
            throw new ArgumentException("The maximum or minimum of an empty row does not exist; give each row at least one element.");
        }

        RangeKernel.OverRows(new ExtremesKernel(x, n, y, index, largest), rows, n);
    }

    private readonly struct ExtremesKernel(float* x, long n, float* y, long* index, bool largest) : IRangeKernel
    {
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long r = start; r < end; r++)
            {
                float* row = x + (r * n);
                long best = 0;
                for (long i = 1; i < n && !float.IsNaN(row[best]); i++)
                {
                    if (float.IsNaN(row[i]) || (largest ? row[i] > row[best] : row[i] < row[best]))
                    {
                        best = i;
                    }
                }

                y[r] = row[best];
                if (index != null)
                {
                    index[r] = best;
                }
            }
        }
    }
}
