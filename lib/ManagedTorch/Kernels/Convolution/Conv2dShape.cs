namespace ManagedTorch.Kernels;

/// <summary>
/// Sizes of a 2-D convolution: x (Batch, InChannels, Height, Width), weight (OutChannels, InChannels / Groups, KernelHeight,
/// KernelWidth), y (Batch, OutChannels, OutHeight, OutWidth).
/// </summary>
internal readonly record struct Conv2dShape(
    long Batch, long InChannels, long Height, long Width, long OutChannels, long KernelHeight, long KernelWidth,
    long StrideH = 1, long StrideW = 1, long PadH = 0, long PadW = 0, long DilationH = 1, long DilationW = 1, long Groups = 1)
{
    internal long OutHeight => ((Height + (2 * PadH) - (DilationH * (KernelHeight - 1)) - 1) / StrideH) + 1;

    internal long OutWidth => ((Width + (2 * PadW) - (DilationW * (KernelWidth - 1)) - 1) / StrideW) + 1;

    internal long InputSize => Batch * InChannels * Height * Width;

    internal long WeightSize => OutChannels * (InChannels / Groups) * KernelHeight * KernelWidth;

    internal long OutputSize => Batch * OutChannels * OutHeight * OutWidth;

    /// <summary>Throws when the sizes do not fit together.</summary>
    internal void Check()
    {
        if (Groups < 1 || InChannels % Groups != 0 || OutChannels % Groups != 0)
        {
            throw new ArgumentException(
                $"conv2d: {InChannels} input and {OutChannels} output channels do not split into {Groups} groups; use a common divisor.");
        }

        if (Height + (2 * PadH) < (DilationH * (KernelHeight - 1)) + 1 || Width + (2 * PadW) < (DilationW * (KernelWidth - 1)) + 1)
        {
            throw new ArgumentException(
                $"conv2d: a {KernelHeight}x{KernelWidth} kernel with dilation {DilationH}x{DilationW} does not fit into a {Height}x{Width}"
                + $" picture padded by {PadH}x{PadW}; use a smaller kernel or more padding.");
        }
    }
}
