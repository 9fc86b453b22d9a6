using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>im2col and its adjoint. Row (channel, kh, kw) of the matrix holds that input of each output of a tile.</summary>
internal static unsafe class PatchColumns
{
    /// <summary>columns (channels * KernelHeight * KernelWidth, tile.Pixels) from input (channels, Height, Width); padding is 0.</summary>
    internal static void Gather(in Conv2dShape shape, long channels, float* input, ConvTile tile, float* columns) =>
        RangeKernel.OverRows(
            new GatherKernel(shape, input, tile, columns), channels * shape.KernelHeight * shape.KernelWidth, tile.Pixels);

    /// <summary>Adds each entry of columns to the input it was gathered from.</summary>
    internal static void AddBack(in Conv2dShape shape, long channels, float* columns, ConvTile tile, float* input)
    {
        // Rows of one channel overlap in the input, so a channel is never split.
        long rowsPerChannel = shape.KernelHeight * shape.KernelWidth;
        RangeKernel.OverRows(new AddBackKernel(shape, input, tile, columns), channels, rowsPerChannel * tile.Pixels);
    }

    private readonly struct GatherKernel(Conv2dShape shape, float* input, ConvTile tile, float* columns) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            Conv2dShape s = shape;
            for (long row = start; row < end; row++)
            {
                (long rest, long kw) = Math.DivRem(row, s.KernelWidth);
                (long channel, long kh) = Math.DivRem(rest, s.KernelHeight);
                WindowTap tap = WindowTap.Create(kw, s.StrideW, s.PadW, s.DilationW, s.Width, tile.Width);
                float* plane = input + (channel * s.Height * s.Width);
                float* column = columns + (row * tile.Pixels);
                for (long oh = tile.FirstRow; oh < tile.FirstRow + tile.Rows; oh++, column += tile.Width)
                {
                    long h = (oh * s.StrideH) - s.PadH + (kh * s.DilationH);
                    if ((ulong)h >= (ulong)s.Height)
                    {
                        Zero(column, tile.Width);
                        continue;
                    }

                    Zero(column, tap.Start);
                    Copy<T>(plane + (h * s.Width) + tap.First, s.StrideW, column + tap.Start, tap.Count);
                    Zero(column + tap.End, tile.Width - tap.End);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Zero(float* y, long n)
        {
            for (long i = 0; i < n; i++)
            {
                y[i] = 0;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Copy<T>(float* x, long stride, float* y, long n)
            where T : struct, ILanes<T>
        {
            if (stride != 1)
            {
                for (long j = 0; j < n; j++)
                {
                    y[j] = x[j * stride];
                }

                return;
            }

            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                T.Load(x + i).Store(y + i);
            }

            if (i < n)
            {
                T.LoadPartial(x + i, (int)(n - i)).StorePartial(y + i, (int)(n - i));
            }
        }
    }

    private readonly struct AddBackKernel(Conv2dShape shape, float* input, ConvTile tile, float* columns) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            Conv2dShape s = shape;
            float* column = columns + (start * s.KernelHeight * s.KernelWidth * tile.Pixels);
            for (long channel = start; channel < end; channel++)
            {
                float* plane = input + (channel * s.Height * s.Width);
                for (long kh = 0; kh < s.KernelHeight; kh++)
                {
                    for (long kw = 0; kw < s.KernelWidth; kw++)
                    {
                        WindowTap tap = WindowTap.Create(kw, s.StrideW, s.PadW, s.DilationW, s.Width, tile.Width);
                        for (long oh = tile.FirstRow; oh < tile.FirstRow + tile.Rows; oh++, column += tile.Width)
                        {
                            long h = (oh * s.StrideH) - s.PadH + (kh * s.DilationH);
                            if ((ulong)h < (ulong)s.Height)
                            {
                                Add<T>(column + tap.Start, plane + (h * s.Width) + tap.First, s.StrideW, tap.Count);
                            }
                        }
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Add<T>(float* x, float* y, long stride, long n)
            where T : struct, ILanes<T>
        {
            if (stride != 1)
            {
                for (long j = 0; j < n; j++)
                {
                    y[j * stride] += x[j];
                }

                return;
            }

            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                (T.Load(y + i) + T.Load(x + i)).Store(y + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                (T.LoadPartial(y + i, rest) + T.LoadPartial(x + i, rest)).StorePartial(y + i, rest);
            }
        }
    }
}
