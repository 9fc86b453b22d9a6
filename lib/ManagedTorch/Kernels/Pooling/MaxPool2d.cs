using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Maximum over a sliding window, NCHW. Padding never wins.</summary>
internal static unsafe class MaxPool2d
{
    /// <summary>
    /// y and index (Batch, Channels, OutHeight, OutWidth); index is h * Width + w within the input plane, the first on ties; NaN wins.
    /// </summary>
    internal static void Forward(in Pool2dShape shape, float* x, float* y, long* index) =>
        RangeKernel.OverRows(new ForwardKernel(shape, x, y, index), shape.Batch * shape.Channels, shape.Height * shape.Width);

    /// <summary>dx (Batch, Channels, Height, Width), overwritten.</summary>
    internal static void Backward(in Pool2dShape shape, float* dy, long* index, float* dx) =>
        RangeKernel.OverRows(new BackwardKernel(shape, dy, index, dx), shape.Batch * shape.Channels, shape.Height * shape.Width);

    private readonly struct ForwardKernel(Pool2dShape shape, float* x, float* y, long* index) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            Pool2dShape s = shape;
            long outHeight = s.OutHeight, outWidth = s.OutWidth;
            WindowTap[] taps = s.ColumnTaps();
            using Scratch scratch = Scratch.Rent(2 * outWidth);
            float* room = scratch.Pointer;
            float* winner = room + outWidth;
            for (long row = start * outHeight; row < end * outHeight; row++)
            {
                (long plane, long oh) = Math.DivRem(row, outHeight);
                long top = (oh * s.StrideH) - s.PadH;
                float* input = x + (plane * s.Height * s.Width);
                float* best = y + (row * outWidth);
                new Span<float>(winner, checked((int)outWidth)).Fill(-1);
                for (long kh = 0; kh < s.KernelHeight; kh++)
                {
                    long h = top + (kh * s.DilationH);
                    if ((ulong)h >= (ulong)s.Height)
                    {
                        continue;
                    }

                    for (int kw = 0; kw < taps.Length; kw++)
                    {
                        WindowTap tap = taps[kw];
                        float* values = PoolRow.Gather(input + (h * s.Width) + tap.First, s.StrideW, tap.Count, room);
                        Contend<T>(values, (kh * s.KernelWidth) + kw, best + tap.Start, winner + tap.Start, tap.Count);
                    }
                }

                for (long ow = 0; ow < outWidth; ow++)
                {
                    (int kh, int kw) = Math.DivRem((int)winner[ow], (int)s.KernelWidth);
                    index[(row * outWidth) + ow] =
                        ((top + (kh * s.DilationH)) * s.Width) + (ow * s.StrideW) - s.PadW + (kw * s.DilationW);
                }
            }
        }

        /// <summary>Where a value beats the best so far, it and its place in the window take over. The first value always does.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Contend<T>(float* values, float place, float* best, float* winner, long n)
            where T : struct, ILanes<T>
        {
            T here = T.Broadcast(place);
            for (long i = 0; i < n; i += T.Count)
            {
                int count = (int)Math.Min(T.Count, n - i);
                T value = T.LoadPartial(values + i, count);
                T held = T.LoadPartial(best + i, count);
                T holder = T.LoadPartial(winner + i, count);
                T ordered = T.Equal(value, value);
                T better = T.LessThan(held, value) | T.LessThan(holder, default);
                T.Select(ordered, T.Select(better, value, held), value).StorePartial(best + i, count);
                T.Select(ordered, T.Select(better, here, holder), here).StorePartial(winner + i, count);
            }
        }
    }

    private readonly struct BackwardKernel(Pool2dShape shape, float* dy, long* index, float* dx) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            long inputSize = shape.Height * shape.Width;
            long outputSize = shape.OutHeight * shape.OutWidth;
            for (long plane = start; plane < end; plane++)
            {
                float* input = dx + (plane * inputSize);
                new Span<float>(input, checked((int)inputSize)).Clear();
                for (long i = plane * outputSize; i < (plane + 1) * outputSize; i++)
                {
                    input[index[i]] += dy[i];
                }
            }
        }
    }
}
