using ManagedTorch.Threading;

namespace ManagedTorch.Kernels;

/// <summary>
/// 2-D convolution (cross-correlation) on NCHW data, as matrix products with the input's patches laid out in columns
/// (im2col; Chellapilla, Puri and Simard, 2006). Patches are made for some output rows at a time, so memory is bounded.
/// </summary>
internal static unsafe class Conv2d
{
    /// <summary>From this many independent images on, each is one thread's work; below, the threads share each product.</summary>
    private const long ManyImages = 16;

    /// <summary>Floats of patches at a time: about an L2 cache for one thread, more where the threads share a product.</summary>
    private const long TileForOneThread = 64 * 1024;
    private const long SharedTile = 2 * 1024 * 1024;

    /// <summary>Floats that the partial sums of a weight gradient may take.</summary>
    private const long PartialSumLimit = 4 * 1024 * 1024;

    /// <summary>y (Batch, OutChannels, OutHeight, OutWidth), overwritten; bias (OutChannels) may be null.</summary>
    internal static void Forward(in Conv2dShape shape, float* x, float* weight, float* bias, float* y)
    {
        Conv2dShape s = shape;
        s.Check();
        bool manyImages = s.Batch * s.Groups >= ManyImages;
        ForEach(s.Batch * s.Groups, manyImages, item =>
        {
            var image = new Conv2dImage(s, item);
            float* w = weight + image.WeightOffset;
            float* result = y + image.OutputOffset;
            using Scratch scratch = Scratch.Rent(image.PatchRoom(TileSize(manyImages)));
            foreach (ConvTile tile in image.Tiles(TileSize(manyImages)))
            {
                float* patches = image.Patches(x + image.InputOffset, tile, scratch.Pointer, out int stride);
                float* part = result + tile.FirstPixel;
                for (long o = 0; bias != null && o < image.OutChannels; o++)
                {
                    Arithmetic.Fill(part + (o * image.OutPlane), bias[image.FirstOutChannel + o], tile.Pixels);
                }

                Gemm.Multiply(
                    false, false, image.OutChannels, tile.Pixels, image.PatchSize, w, image.PatchSize, patches, stride, part,
                    image.OutPlane, accumulate: bias != null);
            }
        });
    }

    /// <summary>dx (Batch, InChannels, Height, Width), overwritten.</summary>
    internal static void BackwardInput(in Conv2dShape shape, float* dy, float* weight, float* dx)
    {
        Conv2dShape s = shape;
        s.Check();
        bool manyImages = s.Batch * s.Groups >= ManyImages;
        ForEach(s.Batch * s.Groups, manyImages, item =>
        {
            var image = new Conv2dImage(s, item);
            float* w = weight + image.WeightOffset;
            float* upstream = dy + image.OutputOffset;
            float* result = dx + image.InputOffset;
            if (image.PatchesAreInput)
            {
                Gemm.Multiply(
                    true, false, image.PatchSize, image.OutPlane, image.OutChannels, w, image.PatchSize, upstream, image.OutPlane,
                    result, image.OutPlane);
                return;
            }

            Arithmetic.Fill(result, 0, image.InputSize);
            using Scratch scratch = Scratch.Rent(image.PatchRoom(TileSize(manyImages)));
            foreach (ConvTile tile in image.Tiles(TileSize(manyImages)))
            {
                Gemm.Multiply(
                    true, false, image.PatchSize, tile.Pixels, image.OutChannels, w, image.PatchSize, upstream + tile.FirstPixel,
                    image.OutPlane, scratch.Pointer, tile.Pixels);
                PatchColumns.AddBack(s, image.InChannels, scratch.Pointer, tile, result);
            }
        });
    }

    /// <summary>dWeight (OutChannels, InChannels / Groups, KernelHeight, KernelWidth), overwritten.</summary>
    internal static void BackwardWeight(in Conv2dShape shape, float* x, float* dy, float* dWeight)
    {
        Conv2dShape s = shape;
        s.Check();

        // Some images make one partial sum, and the partial sums are added in order.
        long chunks = Math.Clamp(PartialSumLimit / s.WeightSize, 1, Math.Clamp(s.Batch, 1, ManyImages));
        bool manySums = chunks * s.Groups >= ManyImages / 2;
        chunks = manySums ? chunks : 1;
        using Scratch sums = Scratch.Rent(chunks * s.WeightSize);
        float* partial = sums.Pointer;
        ForEach(chunks * s.Groups, manySums, item =>
        {
            long group = item % s.Groups;
            long chunk = item / s.Groups;
            bool accumulate = false;
            for (long b = chunk * s.Batch / chunks; b < (chunk + 1) * s.Batch / chunks; b++)
            {
                var image = new Conv2dImage(s, (b * s.Groups) + group);
                float* result = partial + (chunk * s.WeightSize) + image.WeightOffset;
                using Scratch scratch = Scratch.Rent(image.PatchRoom(TileSize(manySums)));
                foreach (ConvTile tile in image.Tiles(TileSize(manySums)))
                {
                    float* patches = image.Patches(x + image.InputOffset, tile, scratch.Pointer, out int stride);
                    Gemm.Multiply(
                        false, true, image.OutChannels, image.PatchSize, tile.Pixels, dy + image.OutputOffset + tile.FirstPixel,
                        image.OutPlane, patches, stride, result, image.PatchSize, accumulate);
                    accumulate = true;
                }
            }
        });
        Reduce.CombinePartialSums(partial, s.Batch == 0 ? 0 : chunks, s.WeightSize, s.WeightSize, dWeight, accumulate: false);
    }

    /// <summary>dBias (OutChannels), overwritten.</summary>
    internal static void BackwardBias(in Conv2dShape shape, float* dy, float* dBias)
    {
        using Scratch sums = Scratch.Rent(shape.Batch * shape.OutChannels);
        Reduce.SumRows(dy, shape.Batch * shape.OutChannels, shape.OutHeight * shape.OutWidth, sums.Pointer);
        Reduce.SumColumns(sums.Pointer, shape.Batch, shape.OutChannels, dBias, accumulate: false);
    }

    private static long TileSize(bool forOneThread) => forOneThread ? TileForOneThread : SharedTile;

    private static void ForEach(long items, bool parallel, Action<long> body)
    {
        if (parallel)
        {
            WorkerPool.For(checked((int)items), item => body(item));
            return;
        }

        for (long item = 0; item < items; item++)
        {
            body(item);
        }
    }
}
