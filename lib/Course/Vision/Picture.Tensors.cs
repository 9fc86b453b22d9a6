using Course.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Vision;

public sealed partial class Picture
{
    /// <summary>
    /// Makes a picture of a tensor (C, H, W) with 1 or 3 channels, or (H, W). Values run from <paramref name="min"/> (black) to
    /// <paramref name="max"/> (full); those outside are clipped.
    /// </summary>
    public static Picture FromTensor(Tensor tensor, double min = 0, double max = 1)
    {
        long[] shape = tensor.shape;
        if (shape.Length == 2) shape = [1, .. shape];
        if (shape.Length != 3 || shape[0] is not (1 or 3))
            throw new ArgumentException($"a picture needs a tensor (C, H, W) of 1 or 3 channels, or (H, W), not {tensor.ShapeText()}",
                nameof(tensor));
        if (!(max > min)) throw new ArgumentException($"the value of black, {min}, must be below the value of white, {max}");
        (int channels, int height, int width) = ((int)shape[0], (int)shape[1], (int)shape[2]);
        float[] values = tensor.ToFloats();
        var pixels = new byte[values.Length];
        for (int c = 0; c < channels; c++)
            for (int i = 0; i < height * width; i++)
            {
                double value = (values[(c * height * width) + i] - min) / (max - min) * 255;
                pixels[(i * channels) + c] = double.IsNaN(value) ? (byte)0 : (byte)Math.Clamp(Math.Round(value), 0, 255);
            }

        return new Picture(width, height, channels, pixels);
    }

    /// <summary>The pictures of a tensor (N, C, H, W) with values from 0 to 1.</summary>
    public static Picture[] ManyFromTensor(Tensor tensor)
    {
        if (tensor.dim() != 4)
            throw new ArgumentException($"pictures need a tensor (N, C, H, W), not {tensor.ShapeText()}", nameof(tensor));
        using DisposeScope scope = NewDisposeScope();
        return Enumerable.Range(0, (int)tensor.shape[0]).Select(i => FromTensor(tensor[i])).ToArray();
    }

    /// <summary>
    /// Lays a map of weights, a tensor (h, w) or (h * w) of a square, over the picture. The smallest weight takes the first colour of
    /// <paramref name="map"/> (magma unless given), the largest the last one.
    /// </summary>
    /// <param name="heat">The weights, for example the attention of the class token to the patches.</param>
    /// <param name="map">The colours.</param>
    /// <param name="opacity">0 shows the picture alone, 1 the colours alone.</param>
    /// <param name="smooth">True interpolates between the weights, false shows each as a block.</param>
    public Picture Overlay(Tensor heat, ColorMap? map = null, double opacity = 0.55, bool smooth = true)
    {
        using DisposeScope scope = NewDisposeScope();
        int side = (int)Math.Round(Math.Sqrt(heat.numel()));
        if (heat.dim() == 1 && side * side == heat.numel()) heat = heat.reshape(side, side);
        return Overlay(heat.ToMatrix(), map, opacity, smooth);
    }

    /// <summary>The picture as a tensor (C, H, W) of floats from 0 to 1.</summary>
    public Tensor ToTensor()
    {
        var values = new float[_pixels.Length];
        int area = Width * Height;
        for (int c = 0; c < Channels; c++)
            for (int i = 0; i < area; i++)
                values[(c * area) + i] = _pixels[(i * Channels) + c] / 255f;
        return tensor(values, [Channels, Height, Width]);
    }
}
