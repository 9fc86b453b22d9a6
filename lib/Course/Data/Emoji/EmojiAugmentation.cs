using static TorchSharp.torch;

namespace Course.Data;

/// <summary>
/// Random changes of drawings that leave what they show as it is: moved, turned, stretched, mirrored, coloured otherwise, partly covered.
/// They widen the few styles of the training vendors, so that an unseen style is less of a surprise.
/// </summary>
public sealed record EmojiAugmentation
{
    /// <summary>The most pixels by which a drawing moves, each way.</summary>
    public double Shift { get; init; } = 4;

    /// <summary>How far the size goes up and down: by a factor of at most e to this power.</summary>
    public double Scale { get; init; } = 0.15;

    /// <summary>How far width and height differ: by a factor of at most e to this power.</summary>
    public double Stretch { get; init; } = 0.1;

    /// <summary>The most degrees by which a drawing turns, each way.</summary>
    public double Rotation { get; init; } = 15;

    /// <summary>The most by which a drawing slants, as pixels sideways per pixel of height.</summary>
    public double Shear { get; init; }

    /// <summary>How often left and right are exchanged.</summary>
    public double Mirror { get; init; } = 0.5;

    /// <summary>How far contrast and brightness of all channels, and of each one, change; 0 leaves the colours.</summary>
    public double Colour { get; init; } = 0.4;

    /// <summary>How often the colours become grey.</summary>
    public double Grey { get; init; } = 0.2;

    /// <summary>How often the three channels change places.</summary>
    public double Swap { get; init; } = 0.1;

    /// <summary>How often light and dark are exchanged.</summary>
    public double Invert { get; init; }

    /// <summary>How often only the edges stay, as in a line drawing.</summary>
    public double Outline { get; init; }

    /// <summary>The largest side, in pixels, of the square that covers half of the drawings; 0 for none.</summary>
    public int Cover { get; init; }

    /// <summary>
    /// Changes pictures (N, 3, S, S), floats from -1 to 1 on the data set's background. Each picture's changes depend on the seed and its
    /// place in the batch alone.
    /// </summary>
    public Tensor Apply(Tensor images, long seed)
    {
        long[] shape = images.shape;
        if (shape.Length != 4 || shape[1] != 3 || shape[2] != shape[3])
            throw new ArgumentException($"drawings must have shape (N, 3, S, S), not {images.ShapeText()}", nameof(images));
        float[] from = images.ToFloats(), to = new float[from.Length];
        int size = (int)(shape[1] * shape[2] * shape[3]);
        Parallel.For(0, (int)shape[0], n =>
        {
            var drawing = new EmojiDrawing(from.AsSpan(n * size, size), to.AsSpan(n * size, size), (int)shape[2]);
            drawing.Change(this, new SeededRandom(unchecked((seed * 1_000_003) + n)));
        });
        return tensor(to, shape, device: images.device);
    }
}
