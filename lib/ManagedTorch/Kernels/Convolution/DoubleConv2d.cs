using ManagedTorch.Threading;

namespace ManagedTorch.Kernels;

/// <summary>
/// 2-D convolution of float64, straight from its definition: y[o, i, j] = sum of w[o, c, h, v] x[c, i s + h d - p, j s + v d - p].
/// Used where exactness counts, as in checks by finite differences, so a plain loop.
/// </summary>
internal static unsafe class DoubleConv2d
{
    /// <summary>y (Batch, OutChannels, OutHeight, OutWidth), overwritten; bias (OutChannels) may be null.</summary>
    internal static void Forward(Conv2dShape shape, double* x, double* weight, double* bias, double* y)
    {
        shape.Check();
        long plane = shape.OutHeight * shape.OutWidth;
        WorkerPool.ForRange(shape.Batch * shape.OutChannels, 1, (start, end) =>
        {
            for (long item = start; item < end; item++)
            {
                new Span<double>(y + (item * plane), (int)plane).Fill(bias == null ? 0 : bias[item % shape.OutChannels]);
                Visit(shape, item / shape.OutChannels, item % shape.OutChannels, (at, tap, output) => y[output] += weight[tap] * x[at]);
            }
        });
    }

    /// <summary>dx (Batch, InChannels, Height, Width), overwritten.</summary>
    internal static void BackwardInput(Conv2dShape shape, double* dy, double* weight, double* dx)
    {
        shape.Check();
        long size = shape.InChannels * shape.Height * shape.Width;
        WorkerPool.ForRange(shape.Batch, 1, (start, end) =>
        {
            new Span<double>(dx + (start * size), (int)((end - start) * size)).Clear();
            for (long item = start * shape.OutChannels; item < end * shape.OutChannels; item++)
            {
                Visit(shape, item / shape.OutChannels, item % shape.OutChannels, (at, tap, output) => dx[at] += weight[tap] * dy[output]);
            }
        });
    }

    /// <summary>dWeight (OutChannels, InChannels / Groups, KernelHeight, KernelWidth), overwritten.</summary>
    internal static void BackwardWeight(Conv2dShape shape, double* x, double* dy, double* dWeight)
    {
        shape.Check();
        long size = shape.WeightSize / Math.Max(1, shape.OutChannels);
        WorkerPool.ForRange(shape.OutChannels, 1, (start, end) =>
        {
            new Span<double>(dWeight + (start * size), (int)((end - start) * size)).Clear();
            for (long channel = start; channel < end; channel++)
            {
                for (long image = 0; image < shape.Batch; image++)
                {
                    Visit(shape, image, channel, (at, tap, output) => dWeight[tap] += x[at] * dy[output]);
                }
            }
        });
    }

    /// <summary>dBias (OutChannels), overwritten.</summary>
    internal static void BackwardBias(Conv2dShape shape, double* dy, double* dBias)
    {
        long plane = shape.OutHeight * shape.OutWidth;
        new Span<double>(dBias, (int)shape.OutChannels).Clear();
        for (long i = 0; i < shape.OutputSize; i++)
        {
            dBias[i / plane % shape.OutChannels] += dy[i];
        }
    }

    /// <summary>Calls visit(input place, weight place, output place) for each product of one output channel of one image.</summary>
    private static void Visit(in Conv2dShape s, long image, long outChannel, Action<long, long, long> visit)
    {
        long channels = s.InChannels / s.Groups;
        long firstChannel = outChannel / (s.OutChannels / s.Groups) * channels;
        long firstOutput = ((image * s.OutChannels) + outChannel) * s.OutHeight * s.OutWidth;
        for (long tap = 0; tap < channels * s.KernelHeight * s.KernelWidth; tap++)
        {
            (long rest, long kw) = Math.DivRem(tap, s.KernelWidth);
            (long channel, long kh) = Math.DivRem(rest, s.KernelHeight);
            long plane = ((image * s.InChannels) + firstChannel + channel) * s.Height * s.Width;
            for (long oh = 0; oh < s.OutHeight; oh++)
            {
                long h = (oh * s.StrideH) - s.PadH + (kh * s.DilationH);
                for (long ow = 0; ow < s.OutWidth && (ulong)h < (ulong)s.Height; ow++)
                {
                    long w = (ow * s.StrideW) - s.PadW + (kw * s.DilationW);
                    if ((ulong)w < (ulong)s.Width)
                    {
                        visit(plane + (h * s.Width) + w, (outChannel * channels * s.KernelHeight * s.KernelWidth) + tap, firstOutput + (oh * s.OutWidth) + ow);
                    }
                }
            }
        }
    }
}
