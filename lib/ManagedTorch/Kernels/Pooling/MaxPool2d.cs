using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Maximum over a sliding window, NCHW. Padding never wins.</summary>
internal static unsafe class MaxPool2d
{
    /// <summary>y and index (Batch, Channels, OutHeight, OutWidth); index is h * Width + w within the input plane, the first on ties, NaN winning.</summary>
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
            for (long plane = start; plane < end; plane++)
            {
                float* input = x + (plane * s.Height * s.Width);
                long output = plane * outHeight * outWidth;
                for (long oh = 0; oh < outHeight; oh++)
                {
                    for (long ow = 0; ow < outWidth; ow++, output++)
                    {
                        long best = Best(s, input, (oh * s.StrideH) - s.PadH, (ow * s.StrideW) - s.PadW);
                        index[output] = best;
                        y[output] = input[best];
                    }
                }
            }
        }

        private static long Best(in Pool2dShape s, float* input, long top, long left)
        {
            long best = -1;
            for (long h = top; h < top + (s.KernelHeight * s.DilationH); h += s.DilationH)
            {
                for (long w = left; w < left + (s.KernelWidth * s.DilationW); w += s.DilationW)
                {
                    if ((ulong)h < (ulong)s.Height && (ulong)w < (ulong)s.Width)
                    {
                        long here = (h * s.Width) + w;
                        if (best < 0 || input[here] > input[best] || float.IsNaN(input[here]))
                        {
                            best = here;
                        }
                    }
                }
            }

            return best;
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
