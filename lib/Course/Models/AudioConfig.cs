// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>The sizes of an <see cref="AudioEncoder"/>.</summary>
public sealed record AudioConfig
{
    /// <summary>Bands of the spectrogram.</summary>
    public long Bands { get; init; } = 40;

    /// <summary>Frames of the spectrogram.</summary>
    public long Frames { get; init; } = 128;

    /// <summary>Channels after the first convolution; the second has twice, the third three times as many.</summary>
    public long Channels { get; init; } = 20;

    /// <summary>Numbers that describe a sound before the projection.</summary>
    public long Width { get; init; } = 128;
}
