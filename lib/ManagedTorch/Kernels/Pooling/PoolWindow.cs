namespace ManagedTorch.Kernels;

/// <summary>The window of one output: rows [Top, Bottom) and columns [Left, Right) of the input plane that starts at Plane.</summary>
internal readonly struct PoolWindow
{
    private readonly long padded;

    internal PoolWindow(in Pool2dShape s, long output)
    {
        (long rest, long ow) = Math.DivRem(output, s.OutWidth);
        (long plane, long oh) = Math.DivRem(rest, s.OutHeight);
        Plane = plane * s.Height * s.Width;
        (Top, Bottom, long rows) = Range((oh * s.StrideH) - s.PadH, s.KernelHeight, s.DilationH, s.Height, s.PadH);
        (Left, Right, long columns) = Range((ow * s.StrideW) - s.PadW, s.KernelWidth, s.DilationW, s.Width, s.PadW);
        padded = rows * columns;
    }

    internal long Plane { get; }

    internal long Top { get; }

    internal long Bottom { get; }

    internal long Left { get; }

    internal long Right { get; }

    /// <summary>What the sum of the window is divided by.</summary>
    internal long Divisor(bool countPadding, long chosen) =>
        chosen != 0 ? chosen : countPadding ? padded : (Bottom - Top) * (Right - Left);

    private static (long First, long End, long Padded) Range(long first, long kernel, long dilation, long length, long pad)
    {
        long end = first + ((kernel - 1) * dilation) + 1;
        long skipped = first < 0 ? (-first + dilation - 1) / dilation : 0;
        return (first + (skipped * dilation), Math.Min(end, length), Math.Min(end, length + pad) - first);
    }
}
