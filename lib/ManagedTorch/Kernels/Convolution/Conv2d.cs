namespace ManagedTorch.Kernels;

/// <summary>2-D convolution (cross-correlation) on NCHW data.</summary>
internal static unsafe class Conv2d
{
    /// <summary>y (Batch, OutChannels, OutHeight, OutWidth); bias (OutChannels) may be null.</summary>
    internal static void Forward(in Conv2dShape s, float* x, float* weight, float* bias, float* y)
    {
        for (long i = 0; i < s.OutputSize; i++)
        {
            y[i] = bias == null ? 0 : bias[i / (s.OutHeight * s.OutWidth) % s.OutChannels];
        }

        foreach (var (xi, wi, yi) in Terms(s))
        {
            y[yi] += x[xi] * weight[wi];
        }
    }

    /// <summary>dx, overwritten.</summary>
    internal static void BackwardInput(in Conv2dShape s, float* dy, float* weight, float* dx)
    {
        Arithmetic.Fill(dx, 0, s.InputSize);
        foreach (var (xi, wi, yi) in Terms(s))
        {
            dx[xi] += dy[yi] * weight[wi];
        }
    }

    /// <summary>dWeight, overwritten.</summary>
    internal static void BackwardWeight(in Conv2dShape s, float* x, float* dy, float* dWeight)
    {
        Arithmetic.Fill(dWeight, 0, s.WeightSize);
        foreach (var (xi, wi, yi) in Terms(s))
        {
            dWeight[wi] += x[xi] * dy[yi];
        }
    }

    /// <summary>dBias (OutChannels), overwritten.</summary>
    internal static void BackwardBias(in Conv2dShape s, float* dy, float* dBias)
    {
        Arithmetic.Fill(dBias, 0, s.OutChannels);
        long plane = s.OutHeight * s.OutWidth;
        for (long i = 0; i < s.Batch * s.OutChannels; i++)
        {
            dBias[i % s.OutChannels] += Reduce.Sum(dy + (i * plane), plane);
        }
    }

    private static IEnumerable<(long X, long W, long Y)> Terms(Conv2dShape s)
    {
        long inGroup = s.InChannels / s.Groups, outGroup = s.OutChannels / s.Groups;
        for (long b = 0; b < s.Batch; b++)
        for (long o = 0; o < s.OutChannels; o++)
        for (long c = 0; c < inGroup; c++)
        for (long kh = 0; kh < s.KernelHeight; kh++)
        for (long kw = 0; kw < s.KernelWidth; kw++)
        for (long oh = 0; oh < s.OutHeight; oh++)
        for (long ow = 0; ow < s.OutWidth; ow++)
        {
            long h = (oh * s.StrideH) - s.PadH + (kh * s.DilationH);
            long w = (ow * s.StrideW) - s.PadW + (kw * s.DilationW);
            if (h >= 0 && h < s.Height && w >= 0 && w < s.Width)
            {
                long channel = (o / outGroup * inGroup) + c;
                yield return (
                    (((b * s.InChannels) + channel) * s.Height + h) * s.Width + w,
                    ((o * inGroup + c) * s.KernelHeight + kh) * s.KernelWidth + kw,
                    ((b * s.OutChannels + o) * s.OutHeight + oh) * s.OutWidth + ow);
            }
        }
    }
}
