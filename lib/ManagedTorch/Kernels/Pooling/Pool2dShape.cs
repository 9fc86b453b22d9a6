namespace ManagedTorch.Kernels;

/// <summary>Sizes of a 2-D pooling window over x (Batch, Channels, Height, Width). Average pooling has no dilation.</summary>
internal readonly record struct Pool2dShape(
    long Batch, long Channels, long Height, long Width, long KernelHeight, long KernelWidth, long StrideH, long StrideW,
    long PadH = 0, long PadW = 0, long DilationH = 1, long DilationW = 1, bool CeilMode = false)
{
    internal long OutHeight => OutputLength(Height, KernelHeight, StrideH, PadH, DilationH);

    internal long OutWidth => OutputLength(Width, KernelWidth, StrideW, PadW, DilationW);

    /// <summary>For each column of the window, the outputs of a row whose windows have it inside the input.</summary>
    internal WindowTap[] ColumnTaps()
    {
        var taps = new WindowTap[KernelWidth];
        for (int kw = 0; kw < taps.Length; kw++)
        {
            taps[kw] = WindowTap.Create(kw, StrideW, PadW, DilationW, Width, OutWidth);
        }

        return taps;
    }

    /// <summary>For each place of the window, row by row, how far it lies behind the window's corner in an input plane.</summary>
    internal long[] PlaceOffsets()
    {
        var offsets = new long[KernelHeight * KernelWidth];
        for (long place = 0; place < offsets.Length; place++)
        {
            offsets[place] = (place / KernelWidth * DilationH * Width) + (place % KernelWidth * DilationW);
        }

        return offsets;
    }

    private long OutputLength(long length, long kernel, long stride, long pad, long dilation)
    {
        long span = length + (2 * pad) - (dilation * (kernel - 1)) - 1;
        long count = ((span + (CeilMode ? stride - 1 : 0)) / stride) + 1;

        // In ceil mode a window that would start beyond the input and its left padding is dropped.
        return CeilMode && (count - 1) * stride >= length + pad ? count - 1 : count;
    }
}
