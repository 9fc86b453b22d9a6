using static TorchSharp.torch;

namespace Course.Data;

/// <summary>
/// Random changes of pictures (N, C, H, W) that leave their class as it is. Each returns new tensors and depends on its seed alone.
/// </summary>
public static class Augment
{
    /// <summary>Moves each picture by up to <paramref name="mostPixels"/> in both directions; what comes in from outside is 0.</summary>
    public static Tensor RandomShift(Tensor images, int mostPixels, long seed)
    {
        (int count, int channels, int height, int width) = SizesOf(images);
        float[] from = images.ToFloats(), to = new float[from.Length];
        var random = new SeededRandom(seed);
        for (int n = 0; n < count; n++)
        {
            int right = random.Next((2 * mostPixels) + 1) - mostPixels, down = random.Next((2 * mostPixels) + 1) - mostPixels;
            int kept = width - Math.Abs(right);
            if (kept <= 0) continue;
            for (int row = 0; row < channels * height; row++)
            {
                int y = row % height, source = y - down;
                if (source < 0 || source >= height) continue;
                int target = ((n * channels * height) + row) * width, origin = target - (down * width);
                from.AsSpan(origin + Math.Max(0, -right), kept).CopyTo(to.AsSpan(target + Math.Max(0, right)));
            }
        }

        return tensor(to, images.shape, device: images.device);
    }

    /// <summary>Exchanges left and right of each picture with the given probability.</summary>
    public static Tensor RandomFlip(Tensor images, long seed, double probability = 0.5)
    {
        (int count, int channels, int height, int width) = SizesOf(images);
        float[] pixels = images.ToFloats();
        var random = new SeededRandom(seed);
        for (int n = 0; n < count; n++)
        {
            if (random.NextDouble() >= probability) continue;
            for (int row = n * channels * height; row < (n + 1) * channels * height; row++) Array.Reverse(pixels, row * width, width);
        }

        return tensor(pixels, images.shape, device: images.device);
    }

    private static (int Count, int Channels, int Height, int Width) SizesOf(Tensor images)
    {
        if (images.dim() != 4)
            throw new ArgumentException($"pictures must have shape (N, C, H, W), not {images.ShapeText()}", nameof(images));
        return ((int)images.shape[0], (int)images.shape[1], (int)images.shape[2], (int)images.shape[3]);
    }
}
