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
            // Room for whole vectors, so that the last of a row may be read and written in full.
            long room = shape.OutWidth + T.Count;
            using Scratch scratch = Scratch.Rent(3 * room);
            Rows<T>(start * shape.OutHeight, end * shape.OutHeight, scratch.Pointer, scratch.Pointer + room, scratch.Pointer + (2 * room));
        }

        /// <summary>Rows of outputs, counted over all planes. best, winner and gathered have room for a row and a vector.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Rows<T>(long start, long end, float* best, float* winner, float* gathered)
            where T : struct, ILanes<T>
        {
            Pool2dShape s = shape;
            long outHeight = s.OutHeight, outWidth = s.OutWidth;
            WindowTap[] taps = s.ColumnTaps();
            long[] offsets = s.PlaceOffsets();
            for (long row = start; row < end; row++)
            {
                (long plane, long oh) = Math.DivRem(row, outHeight);
                long top = (oh * s.StrideH) - s.PadH;
                float* input = x + (plane * s.Height * s.Width);
                new Span<float>(winner, (int)outWidth).Fill(-1);
                for (long kh = 0; kh < s.KernelHeight; kh++)
                {
                    long h = top + (kh * s.DilationH);
                    if ((ulong)h >= (ulong)s.Height)
                    {
                        continue;
                    }

                    for (int kw = 0; kw < taps.Length; kw++)
                    {
                        (long from, long to, long first) = taps[kw];
                        float* values = input + (h * s.Width) + first;
                        float place = (kh * s.KernelWidth) + kw;
                        for (long i = from; i < to; i += T.Count, values += T.Count * s.StrideW)
                        {
                            int count = (int)Math.Min(T.Count, to - i);
                            Contend(PoolRow.Load<T>(values, s.StrideW, count, gathered), place, best + i, winner + i, count);
                        }
                    }
                }

                new ReadOnlySpan<float>(best, (int)outWidth).CopyTo(new Span<float>(y + (row * outWidth), (int)outWidth));
                long* indices = index + (row * outWidth);
                long corner = (top * s.Width) - s.PadW;
                for (long ow = 0; ow < outWidth; ow++, corner += s.StrideW)
                {
                    indices[ow] = corner + offsets[(int)winner[ow]];
                }
            }
        }

        /// <summary>Where a value beats the best so far, it and its place in the window take over. The first value always does.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Contend<T>(T value, float place, float* best, float* winner, int count)
            where T : struct, ILanes<T>
        {
            T held = T.Load(best);
            T holder = T.Load(winner);
            T wins = T.LessThan(held, value) | T.LessThan(holder, default) | T.NotEqual(value, value);
            wins &= T.FirstLanes(count);
            T.Select(wins, value, held).Store(best);
            T.Select(wins, T.Broadcast(place), holder).Store(winner);
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
