// Source: notebooks/04-videoclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Which frames of a clip a model gets to see. All three give frame numbers in the order of time.</summary>
public static class FrameSampler
{
    /// <summary>
    /// The middle frame of each of <paramref name="count"/> equal stretches: always the same ones. Short clips repeat frames.
    /// </summary>
    public static long[] Uniform(int frames, int count)
    {
        RequireFrames(frames, count);
        return [.. Enumerable.Range(0, count).Select(i => (((2L * i) + 1) * frames) / (2L * count))];
    }

    /// <summary>
    /// A random frame of each of <paramref name="count"/> equal stretches: the whole clip, each time a little otherwise
    /// (Wang et al. 2016, Temporal Segment Networks).
    /// </summary>
    public static long[] Random(int frames, int count, SeededRandom random)
    {
        RequireFrames(frames, count);
        return [.. Enumerable.Range(0, count).Select(i => (long)((i + random.NextDouble()) * frames / count))];
    }

    /// <summary>
    /// <paramref name="count"/> frames in a row from a random place: every small motion, but only a part of the clip. A clip that is too
    /// short stays on its last frame.
    /// </summary>
    public static long[] Dense(int frames, int count, SeededRandom random)
    {
        RequireFrames(frames, count);
        var start = random.Next(Math.Max(1, frames - count + 1));
        return [.. Enumerable.Range(start, count).Select(i => Math.Min(i, frames - 1L))];
    }

    private static void RequireFrames(int frames, int count)
    {
        if (frames < 1 || count < 1)
            throw new ArgumentException($"{count} frames cannot be taken from a clip of {frames}: both must be 1 or more.");
    }
}
