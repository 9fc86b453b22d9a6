// Source: notebooks/04-videoclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>The sizes of a VideoCLIP model of the course.</summary>
public sealed record VideoClipConfig
{
    /// <summary>The frame tower, the text tower and the width in which video and text meet.</summary>
    public ClipConfig Clip { get; init; } = new();

    /// <summary>T, the frames that are seen of a clip.</summary>
    public long Frames { get; init; } = 8;

    /// <summary>Blocks over the frames; 0: the mean of the frames alone.</summary>
    public long TemporalDepth { get; init; } = 2;

    /// <summary>Heads of each of them.</summary>
    public long TemporalHeads { get; init; } = 4;

    /// <summary>False: frames have no place in time, as in many tutorials, and their order cannot matter.</summary>
    public bool UsePositions { get; init; } = true;
}
