// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Audio;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>From waveform to log-mel spectrogram: frames, Hann window, FFT, energies, mel bands, logarithm.</summary>
public sealed class LogMel
{
    private readonly Tensor window, filters;

    /// <summary>A transform of the sizes in <paramref name="config"/>.</summary>
    public LogMel(LogMelConfig config)
    {
        Config = config;
        window = hann_window(config.FrameSize).DetachFromDisposeScope();
        filters = MelFilters.Of(config.FrameSize, config.Rate, config.Bands, config.Low, config.High).DetachFromDisposeScope();
    }

    /// <summary>The sizes.</summary>
    public LogMelConfig Config { get; }

    /// <summary>The mel filters, (F, M).</summary>
    public Tensor Filters => filters;

    /// <summary>Energies |STFT|² of samples (T): (F, frames). Frame t has its middle at sample t * hop.</summary>
    public Tensor Energies(Tensor samples)
    {
        var spectra = stft(samples, Config.FrameSize, Config.Hop, Config.FrameSize, window, return_complex: true);
        return spectra.abs().square();                                                                        // (F, frames)
    }

    /// <summary>Samples (T) as a log-mel spectrogram (M, frames).</summary>
    public Tensor Of(Tensor samples) => (filters.T.matmul(Energies(samples)) + Config.Floor).log();           // (M, frames)

    /// <summary>
    /// A sound as a model reads it, (M, frames): the mean of each band over time is taken away, which removes the loudness and the colour
    /// of voice and microphone; the rest is divided by 3; what is too long is cut, and silence is put behind what is too short.
    /// </summary>
    /// <param name="sound">A sound of one channel at the rate of the configuration.</param>
    /// <param name="speed">Above 1: played faster, and so higher (<see cref="Faster"/>).</param>
    /// <param name="margin">Frames more than <see cref="LogMelConfig.Frames"/>, half of them before the sound.</param>
    /// <exception cref="ArgumentException">The sound has another rate, or more channels than one.</exception>
    public Tensor Read(Sound sound, double speed = 1, int margin = 0)
    {
        if (sound.Rate != Config.Rate || sound.Channels != 1)
            throw new ArgumentException($"Expected a sound of one channel at {Config.Rate} Hz, not {sound}.");
        using var scope = NewDisposeScope();
        var mel = Of(Faster(sound.Channel(0), speed));                                                        // (M, any number)
        mel = (mel - mel.mean(new[] { 1L }, keepdim: true)) / 3;
        var length = Math.Min(mel.shape[1], Config.Frames);
        var frames = full(new long[] { Config.Bands, Config.Frames + margin }, Silence);
        frames.narrow(1, margin / 2, length).copy_(mel.narrow(1, 0, length));
        return frames.MoveToOuterDisposeScope();                                                              // (M, Frames + margin)
    }

    /// <summary>What stands for silence after <see cref="Read"/>.</summary>
    public const double Silence = -1;

    /// <summary>
    /// The samples at <paramref name="speed"/> times their speed, by linear interpolation. Pitch and formants move along, as in another
    /// voice (speed perturbation, Ko et al. 2015).
    /// </summary>
    public static Tensor Faster(ReadOnlySpan<float> samples, double speed)
    {
        if (speed == 1) return tensor(samples.ToArray());
        var faster = new float[Math.Max(1, (int)((samples.Length - 1) / speed))];
        for (var t = 0; t < faster.Length; t++)
        {
            var (at, part) = ((int)(t * speed), (float)((t * speed) - (int)(t * speed)));
            faster[t] = ((1 - part) * samples[at]) + (part * samples[Math.Min(at + 1, samples.Length - 1)]);
        }

        return tensor(faster);
    }
}
