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
            new Kernel(shape, x, y, countIncludePad, divisorOverride, false), shape.Batch * shape.Channels, shape.Height * shape.Width);

    /// <summary>dx (Batch, Channels, Height, Width), overwritten.</summary>
    internal static void Backward(in Pool2dShape shape, float* dy, float* dx, bool countIncludePad, long divisorOverride = 0) =>
        RangeKernel.OverRows(
            new Kernel(shape, dx, dy, countIncludePad, divisorOverride, true), shape.Batch * shape.Channels, shape.Height * shape.Width);

    private readonly struct Kernel(
        Pool2dShape shape, float* x, float* y, bool countIncludePad, long divisorOverride, bool backward) : IRangeKernel
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
                float* output = y + (plane * outHeight * outWidth);
                if (backward)
                {
                    new Span<float>(input, checked((int)(s.Height * s.Width))).Clear();
                }

                for (long oh = 0; oh < outHeight; oh++)
                {
                    for (long ow = 0; ow < outWidth; ow++)
                    {
                        Window(s, input, output + (oh * outWidth) + ow, (oh * s.StrideH) - s.PadH, (ow * s.StrideW) - s.PadW);
                    }
                }
            }
        }

        private void Window(in Pool2dShape s, float* input, float* output, long top, long left)
        {
            // The window may reach into the right padding, but never beyond it, even in ceil mode.
            long bottom = Math.Min(top + s.KernelHeight, s.Height + s.PadH);
            long right = Math.Min(left + s.KernelWidth, s.Width + s.PadW);
            long padded = (bottom - top) * (right - left);
            (top, left) = (Math.Max(top, 0), Math.Max(left, 0));
            (bottom, right) = (Math.Min(bottom, s.Height), Math.Min(right, s.Width));
            long count = Math.Max(0, bottom - top) * Math.Max(0, right - left);
            float divisor = divisorOverride != 0 ? divisorOverride : countIncludePad ? padded : count;
            float share = backward ? *output / divisor : 0;
            float sum = 0;
            for (long h = top; h < bottom; h++)
            {
                for (long w = left; w < right; w++)
                {
                    if (backward)
                    {
                        input[(h * s.Width) + w] += share;
                    }
                    else
                    {
                        sum += input[(h * s.Width) + w];
                    }
                }
            }

            if (!backward)
            {
                *output = count == 0 ? 0 : sum / divisor;
            }
        }
    }
}
