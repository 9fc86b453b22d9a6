namespace ManagedTorch.Kernels;

/// <summary>Sizes of a 2-D convolution: x (Batch, InChannels, Height, Width), weight (OutChannels, InChannels / Groups, KernelHeight, KernelWidth).</summary>
internal readonly record struct Conv2dShape(
    long Batch, long InChannels, long Height, long Width, long OutChannels, long KernelHeight, long KernelWidth,
    long StrideH = 1, long StrideW = 1, long PadH = 0, long PadW = 0, long DilationH = 1, long DilationW = 1, long Groups = 1)
{
    internal long OutHeight => ((Height + (2 * PadH) - (DilationH * (KernelHeight - 1)) - 1) / StrideH) + 1;

    internal long OutWidth => ((Width + (2 * PadW) - (DilationW * (KernelWidth - 1)) - 1) / StrideW) + 1;

    internal long InputSize => Batch * InChannels * Height * Width;

    internal long WeightSize => OutChannels * (InChannels / Groups) * KernelHeight * KernelWidth;

    internal long OutputSize => Batch * OutChannels * OutHeight * OutWidth;
}
