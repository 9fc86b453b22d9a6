namespace ManagedTorch.Kernels;

/// <summary>Max and average pooling of float64, straight from the definition: plain loops for checks by finite differences.</summary>
internal static unsafe class DoublePool2d
{
    /// <summary>y and index (Batch, Channels, OutHeight, OutWidth); index as in <see cref="MaxPool2d.Forward"/>.</summary>
    internal static void MaxForward(in Pool2dShape shape, double* x, double* y, long* index)
    {
        for (long output = 0; output < shape.Batch * shape.Channels * shape.OutHeight * shape.OutWidth; output++)
        {
            var window = new PoolWindow(shape, output);
            long best = -1;
            for (long h = window.Top; h < window.Bottom; h += shape.DilationH)
            {
                for (long w = window.Left; w < window.Right; w += shape.DilationW)
                {
                    double value = x[window.Plane + (h * shape.Width) + w];
                    if (best < 0 || value > x[window.Plane + best] || double.IsNaN(value))
                    {
                        best = (h * shape.Width) + w;
                    }
                }
            }

            index[output] = best;
            y[output] = x[window.Plane + best];
        }
    }

    /// <summary>dx (Batch, Channels, Height, Width), overwritten.</summary>
    internal static void MaxBackward(in Pool2dShape shape, double* dy, long* index, double* dx)
    {
        new Span<double>(dx, checked((int)(shape.Batch * shape.Channels * shape.Height * shape.Width))).Clear();
        for (long output = 0; output < shape.Batch * shape.Channels * shape.OutHeight * shape.OutWidth; output++)
        {
            dx[new PoolWindow(shape, output).Plane + index[output]] += dy[output];
        }
    }

    /// <summary>y (Batch, Channels, OutHeight, OutWidth), overwritten.</summary>
    internal static void AverageForward(in Pool2dShape shape, double* x, double* y, bool countPadding, long divisor)
    {
        for (long output = 0; output < shape.Batch * shape.Channels * shape.OutHeight * shape.OutWidth; output++)
        {
            var window = new PoolWindow(shape, output);
            double sum = 0;
            for (long h = window.Top; h < window.Bottom; h++)
            {
                for (long w = window.Left; w < window.Right; w++)
                {
                    sum += x[window.Plane + (h * shape.Width) + w];
                }
            }

            y[output] = sum / window.Divisor(countPadding, divisor);
        }
    }

    /// <summary>dx (Batch, Channels, Height, Width), overwritten.</summary>
    internal static void AverageBackward(in Pool2dShape shape, double* dy, double* dx, bool countPadding, long divisor)
    {
        new Span<double>(dx, checked((int)(shape.Batch * shape.Channels * shape.Height * shape.Width))).Clear();
        for (long output = 0; output < shape.Batch * shape.Channels * shape.OutHeight * shape.OutWidth; output++)
        {
            var window = new PoolWindow(shape, output);
            double share = dy[output] / window.Divisor(countPadding, divisor);
            for (long h = window.Top; h < window.Bottom; h++)
            {
                for (long w = window.Left; w < window.Right; w++)
                {
                    dx[window.Plane + (h * shape.Width) + w] += share;
                }
            }
        }
    }
}
