// Source: notebooks/04-videoclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Random changes of clips, the same in all frames of a clip, so that motion stays motion.</summary>
public sealed record VideoAugmentation
{
    /// <summary>How often a clip is shown backwards; its caption changes with it.</summary>
    public double Reversed { get; init; } = 0.3;

    /// <summary>How often it is shown in a mirror; its caption changes with it.</summary>
    public double Mirrored { get; init; } = 0.5;

    /// <summary>The most pixels by which a clip moves, each way.</summary>
    public int Shift { get; init; } = 3;

    /// <summary>How far contrast and brightness of each channel change; 0 leaves the colours.</summary>
    public double Colour { get; init; } = 0.15;

    /// <summary>A random view.</summary>
    public ClipView View(SeededRandom random) => new(random.NextDouble() < Reversed, random.NextDouble() < Mirrored);

    /// <summary>Clips (B, T, 3, S, S) of bytes as a model's input, moved and coloured by lot. The seed alone decides.</summary>
    public Tensor Apply(Tensor bytes, long seed)
    {
        var random = new SeededRandom(seed);
        var (count, side) = (bytes.shape[0], bytes.shape[^1]);
        Tensor Around(double middle) => tensor(
            Enumerable.Range(0, 3 * (int)count).Select(_ => (float)(middle + (Colour * ((2 * random.NextDouble()) - 1)))).ToArray(),
            new[] { count, 1, 3, 1, 1 }, device: bytes.device);
        var clips = (Clip.Normalise(bytes) * Around(1)) + Around(0);                                        // (B, T, 3, S, S)
        // The rim repeats the outermost pixels: mostly background.
        var wide = F.pad(clips.flatten(0, 1), new long[] { Shift, Shift, Shift, Shift }, PaddingModes.Replicate)
            .view(count, -1, 3, side + (2 * Shift), side + (2 * Shift));
        return stack(Enumerable.Range(0, (int)count).Select(i =>
            wide[i].narrow(2, random.Next((2 * Shift) + 1), side).narrow(3, random.Next((2 * Shift) + 1), side)).ToArray());
    }
}
