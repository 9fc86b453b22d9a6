using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Mean over a sliding window, NCHW.</summary>
internal static unsafe class AvgPool2d
{
    /// <summary>
    /// y (Batch, Channels, OutHeight, OutWidth). The divisor is divisorOverride when it is not 0, else the size of the window,
    /// in which padded places count when countIncludePad is set.
    /// </summary>
    internal static void Forward(in Pool2dShape shape, float* x, float* y, bool countIncludePad, long divisorOverride = 0) =>
        RangeKernel.OverRows(
            new ForwardKernel(new Windows(shape, countIncludePad, divisorOverride), x, y),
            shape.Batch * shape.Channels,
            shape.Height * shape.Width);

    /// <summary>dx (Batch, Channels, Height, Width), overwritten.</summary>
    internal static void Backward(in Pool2dShape shape, float* dy, float* dx, bool countIncludePad, long divisorOverride = 0) =>
        RangeKernel.OverRows(
            new BackwardKernel(new Windows(shape, countIncludePad, divisorOverride), dy, dx),
            shape.Batch * shape.Channels,
            shape.Height * shape.Width);

    private readonly record struct Windows(Pool2dShape Shape, bool CountIncludePad, long DivisorOverride)
    {
        /// <summary>1 / divisor of each window in row oh of the output.</summary>
        internal void Scales(long oh, float* scales)
        {
            Pool2dShape s = Shape;
            float rows = Extent((oh * s.StrideH) - s.PadH, s.KernelHeight, s.Height, s.PadH);
            for (long ow = 0; ow < s.OutWidth; ow++)
            {
                float columns = Extent((ow * s.StrideW) - s.PadW, s.KernelWidth, s.Width, s.PadW);
                scales[ow] = 1f / (DivisorOverride != 0 ? DivisorOverride : rows * columns);
            }
        }

        /// <summary>Places of a window that count. It may reach into the far padding but, even in ceil mode, not beyond it.</summary>
        private long Extent(long start, long kernel, long length, long pad) =>
            CountIncludePad
                ? Math.Min(start + kernel, length + pad) - start
                : Math.Min(start + kernel, length) - Math.Max(start, 0);
    }

    private readonly struct ForwardKernel(Windows windows, float* x, float* y) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            // Room for whole vectors, so that the last of a row may be read and written in full.
            long room = windows.Shape.OutWidth + T.Count;
            using Scratch scratch = Scratch.Rent(3 * room);
            Planes<T>(start, end, scratch.Pointer, scratch.Pointer + room, scratch.Pointer + (2 * room));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Planes<T>(long start, long end, float* sums, float* scales, float* gathered)
            where T : struct, ILanes<T>
        {
            Pool2dShape s = windows.Shape;
            long outHeight = s.OutHeight, outWidth = s.OutWidth;
            WindowTap[] taps = s.ColumnTaps();
            for (long oh = 0; oh < outHeight; oh++)
            {
                windows.Scales(oh, scales);
                for (long plane = start; plane < end; plane++)
                {
                    float* input = x + (plane * s.Height * s.Width);
                    new Span<float>(sums, (int)outWidth).Clear();
                    for (long kh = 0; kh < s.KernelHeight; kh++)
                    {
                        long h = (oh * s.StrideH) - s.PadH + kh;
                        if ((ulong)h >= (ulong)s.Height)
                        {
                            continue;
                        }

                        foreach ((long from, long to, long first) in taps)
                        {
                            float* values = input + (h * s.Width) + first;
                            for (long i = from; i < to; i += T.Count, values += T.Count * s.StrideW)
                            {
                                int count = (int)Math.Min(T.Count, to - i);
                                (T.Load(sums + i) + PoolRow.Load<T>(values, s.StrideW, count, gathered)).Store(sums + i);
                            }
                        }
                    }

                    Multiply<T>(sums, scales, y + (((plane * outHeight) + oh) * outWidth), outWidth);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Multiply<T>(float* values, float* scales, float* result, long n)
            where T : struct, ILanes<T>
        {
            for (long i = 0; i < n; i += T.Count)
            {
                int count = (int)Math.Min(T.Count, n - i);
                (T.Load(values + i) * T.Load(scales + i)).StorePartial(result + i, count);
            }
        }
    }

    private readonly struct BackwardKernel(Windows windows, float* dy, float* dx) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            using Scratch scratch = Scratch.Rent(2 * windows.Shape.OutWidth);
            Planes(start, end, scratch.Pointer, scratch.Pointer + windows.Shape.OutWidth);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Planes(long start, long end, float* shares, float* scales)
        {
            Pool2dShape s = windows.Shape;
            long outHeight = s.OutHeight, outWidth = s.OutWidth, inputSize = s.Height * s.Width;
            WindowTap[] taps = s.ColumnTaps();
            new Span<float>(dx + (start * inputSize), checked((int)((end - start) * inputSize))).Clear();
            for (long oh = 0; oh < outHeight; oh++)
            {
                windows.Scales(oh, scales);
                for (long plane = start; plane < end; plane++)
                {
                    float* input = dx + (plane * inputSize);
                    float* upstream = dy + (((plane * outHeight) + oh) * outWidth);
                    for (long ow = 0; ow < outWidth; ow++)
                    {
                        shares[ow] = upstream[ow] * scales[ow];
                    }

                    for (long kh = 0; kh < s.KernelHeight; kh++)
                    {
                        long h = (oh * s.StrideH) - s.PadH + kh;
                        if ((ulong)h >= (ulong)s.Height)
                        {
                            continue;
                        }

                        foreach (WindowTap tap in taps)
                        {
                            float* seen = input + (h * s.Width) + tap.First;
                            for (long i = 0; i < tap.Count; i++)
                            {
                                seen[i * s.StrideW] += shares[tap.Start + i];
                            }
                        }
                    }
                }
            }
        }
    }
}
