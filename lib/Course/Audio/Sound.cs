using System.Globalization;
using Course.Audio.Wav;
using Course.Display;

namespace Course.Audio;

/// <summary>A sound: samples (C, T) from -1 to 1 at a fixed rate. Shows itself in a notebook as a player below its waveform.</summary>
[TypeFormatterSource(typeof(SoundFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class Sound
{
    private readonly float[] _samples;

    /// <summary>
    /// Wraps <paramref name="samples"/>: all of the first channel, then all of the second, and so on. The array is not copied.
    /// </summary>
    /// <param name="samples">The samples, channel by channel.</param>
    /// <param name="channels">1 for mono, 2 for stereo.</param>
    /// <param name="rate">Samples a second of each channel.</param>
    public Sound(float[] samples, int channels, int rate)
    {
        if (channels < 1 || rate < 1) throw new ArgumentException($"a clip of {channels} channels at {rate} samples a second cannot be");
        if (samples.Length == 0 || samples.Length % channels != 0)
            throw new ArgumentException($"{samples.Length} samples cannot be shared out to {channels} channels", nameof(samples));
        (_samples, Channels, Rate) = (samples, channels, rate);
    }

    /// <summary>1 for mono, 2 for stereo.</summary>
    public int Channels { get; }

    /// <summary>Samples a second of each channel.</summary>
    public int Rate { get; }

    /// <summary>Samples of each channel.</summary>
    public int Length => _samples.Length / Channels;

    /// <summary>How long the clip plays.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Length / Rate);

    /// <summary>Reads a WAV file of whole numbers (8, 16, 24 or 32 bits), floats (32 bits) or IMA ADPCM (4 bits).</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no WAV, is damaged or compressed otherwise; the message says which.</exception>
    public static Sound Load(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: no such clip (looked in {Path.GetDirectoryName(Path.GetFullPath(path))})", path);
        return FromWav(File.ReadAllBytes(path), path);
    }

    /// <summary>Decodes the bytes of a WAV file; <paramref name="name"/> appears in error messages.</summary>
    /// <exception cref="InvalidDataException">The bytes are no WAV file, damaged or compressed otherwise; the message says which.</exception>
    public static Sound FromWav(byte[] wav, string name = "clip") => WavReader.Open(wav, name).Read();

    /// <summary>The samples of one channel.</summary>
    public ReadOnlySpan<float> Channel(int channel)
    {
        if ((uint)channel >= (uint)Channels)
            throw new ArgumentOutOfRangeException(nameof(channel), $"channel {channel} of a clip of {Channels}; they count from 0");
        return _samples.AsSpan(channel * Length, Length);
    }

    /// <summary>
    /// The part that begins at <paramref name="start"/> and lasts <paramref name="duration"/>, or less at the clip's end.
    /// </summary>
    public Sound Slice(TimeSpan start, TimeSpan duration)
    {
        int from = (int)Math.Round(start.TotalSeconds * Rate);
        if (from < 0 || from >= Length || duration <= TimeSpan.Zero)
            throw new ArgumentException($"{duration.TotalSeconds:0.##} s from {start.TotalSeconds:0.##} s on are no part of {this}");
        int length = (int)Math.Min(Length - from, Math.Max(1, Math.Round(duration.TotalSeconds * Rate)));
        var part = new float[Channels * length];
        for (int c = 0; c < Channels; c++) Channel(c).Slice(from, length).CopyTo(part.AsSpan(c * length));
        return new Sound(part, Channels, Rate);
    }

    /// <summary>The mean of all channels; itself if it has one.</summary>
    public Sound ToMono()
    {
        if (Channels == 1) return this;
        var mean = new float[Length];
        for (int c = 0; c < Channels; c++)
            for (int t = 0; t < mean.Length; t++)
                mean[t] += Channel(c)[t] / Channels;
        return new Sound(mean, 1, Rate);
    }

    /// <summary>The same sound at another rate; itself if it has that rate. Tones above half the new rate are lost.</summary>
    public Sound Resample(int rate)
    {
        if (rate < 1) throw new ArgumentOutOfRangeException(nameof(rate), $"a rate of {rate} samples a second cannot be");
        if (rate == Rate) return this;
        float[][] channels = [.. Enumerable.Range(0, Channels).Select(c => Resampler.Resample(Channel(c), Rate, rate))];
        return new Sound([.. channels.SelectMany(channel => channel)], Channels, rate);
    }

    /// <summary>The clip as a WAV file's bytes. Whole numbers clip what lies beyond -1 and 1.</summary>
    public byte[] ToWav(WavEncoding encoding = WavEncoding.Pcm16) => WavWriter.Write(this, encoding);

    /// <summary>Writes a WAV file, making its folder if need be.</summary>
    public void Save(string path, WavEncoding encoding = WavEncoding.Pcm16)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllBytes(path, ToWav(encoding));
    }

    /// <summary>"Sound 2.00 s, mono, 16000 Hz".</summary>
    public override string ToString()
    {
        string channels = Channels switch { 1 => "mono", 2 => "stereo", _ => $"{Channels} channels" };
        return string.Create(CultureInfo.InvariantCulture, $"Sound {Duration.TotalSeconds:0.00} s, {channels}, {Rate} Hz");
    }
}
