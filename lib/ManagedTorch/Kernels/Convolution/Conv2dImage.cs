namespace ManagedTorch.Kernels;

/// <summary>One image and one group of a convolution: where its parts lie and how large its matrices are.</summary>
internal readonly unsafe struct Conv2dImage
{
    private readonly Conv2dShape shape;
    private readonly int outHeight;
    private readonly int outWidth;

    /// <param name="shape">The whole convolution.</param>
    /// <param name="item">image * Groups + group.</param>
    internal Conv2dImage(in Conv2dShape shape, long item)
    {
        this.shape = shape;
        (long image, long group) = Math.DivRem(item, shape.Groups);
        outHeight = checked((int)shape.OutHeight);
        outWidth = checked((int)shape.OutWidth);
        InChannels = checked((int)(shape.InChannels / shape.Groups));
        OutChannels = checked((int)(shape.OutChannels / shape.Groups));
        PatchSize = checked((int)(InChannels * shape.KernelHeight * shape.KernelWidth));
        OutPlane = checked(outHeight * outWidth);
        FirstOutChannel = group * OutChannels;
        InputSize = InChannels * shape.Height * shape.Width;
        InputOffset = ((image * shape.Groups) + group) * InputSize;
        OutputOffset = ((image * shape.OutChannels) + FirstOutChannel) * OutPlane;
        WeightOffset = FirstOutChannel * PatchSize;
    }

    internal int InChannels { get; }

    internal int OutChannels { get; }

    /// <summary>Inputs that each output sees.</summary>
    internal int PatchSize { get; }

    internal int OutPlane { get; }

    internal long FirstOutChannel { get; }

    internal long InputSize { get; }

    internal long InputOffset { get; }

    internal long OutputOffset { get; }

    internal long WeightOffset { get; }

    /// <summary>A 1x1 convolution reads the input as it lies.</summary>
    internal bool PatchesAreInput =>
        shape is { KernelHeight: 1, KernelWidth: 1, StrideH: 1, StrideW: 1, PadH: 0, PadW: 0 };

    /// <summary>Floats that the patches of the largest tile take.</summary>
    internal long PatchRoom(long tileSize) => PatchesAreInput ? 0 : (long)PatchSize * RowsPerTile(tileSize) * outWidth;

    internal IEnumerable<ConvTile> Tiles(long tileSize)
    {
        int rows = RowsPerTile(tileSize);
        for (int first = 0; first < outHeight; first += rows)
        {
            yield return new ConvTile(first, Math.Min(rows, outHeight - first), outWidth);
        }
    }

    /// <summary>The matrix (PatchSize, tile.Pixels), with the given stride between rows, of what each output of the tile sees.</summary>
    internal float* Patches(float* input, ConvTile tile, float* room, out int stride)
    {
        if (PatchesAreInput)
        {
            stride = OutPlane;
            return input + tile.FirstPixel;
        }

        stride = tile.Pixels;
        PatchColumns.Gather(shape, InChannels, input, tile, room);
        return room;
    }

    private int RowsPerTile(long tileSize) => (int)Math.Clamp(tileSize / ((long)PatchSize * outWidth), 1, Math.Max(1, outHeight));
}
