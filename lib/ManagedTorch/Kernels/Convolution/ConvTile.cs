namespace ManagedTorch.Kernels;

/// <summary>Some whole rows of one output image.</summary>
internal readonly record struct ConvTile(int FirstRow, int Rows, int Width)
{
    internal int FirstPixel => FirstRow * Width;

    internal int Pixels => Rows * Width;
}
