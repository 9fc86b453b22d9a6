// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>How a waveform becomes a log-mel spectrogram. The values set here suit speech at 8,000 samples a second.</summary>
public sealed record LogMelConfig
{
    /// <summary>Samples a second.</summary>
    public int Rate { get; init; } = 8000;

    /// <summary>Samples of a frame: 256 are 32 milliseconds.</summary>
    public int FrameSize { get; init; } = 256;

    /// <summary>Samples from one frame to the next: 128 are 16 milliseconds.</summary>
    public int Hop { get; init; } = 128;

    /// <summary>Mel bands.</summary>
    public int Bands { get; init; } = 40;

    /// <summary>Where the lowest band begins, in hertz.</summary>
    public double Low { get; init; } = 60;

    /// <summary>Where the highest band ends, in hertz.</summary>
    public double High { get; init; } = 3800;

    /// <summary>Added to a band's energy before the logarithm, so that silence has one.</summary>
    public double Floor { get; init; } = 1e-6;

    /// <summary>Frames that a model reads: 128 are two seconds.</summary>
    public int Frames { get; init; } = 128;
}
