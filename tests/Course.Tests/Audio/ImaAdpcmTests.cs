using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Course.Audio;
using Course.Audio.Wav;
using Course.Tests.Support;

namespace Course.Tests.Audio;

public sealed class ImaAdpcmTests
{
    [Theory]
    [InlineData("mono", 1, 8000)]
    [InlineData("stereo", 2, 22050)]
    public void A_file_of_another_program_decodes_to_the_same_samples(string name, int channels, int rate)
    {
        Sound sound = Sound.Load(Repository.Fixture("audio", $"ima-{name}.wav"));
        Assert.Equal((channels, rate, 1300), (sound.Channels, sound.Rate, sound.Length));
        short[] expected = MemoryMarshal.Cast<byte, short>(File.ReadAllBytes(Repository.Fixture("audio", $"ima-{name}.pcm"))).ToArray();
        for (int c = 0; c < channels; c++)
            for (int t = 0; t < sound.Length; t++)
                Assert.Equal(expected[(t * channels) + c], sound.Channel(c)[t] * 32768);
    }

    [Theory]
    [InlineData(1, 8000, 1)]
    [InlineData(1, 8000, 2)]
    [InlineData(1, 8000, 504)]
    [InlineData(1, 8000, 505)]
    [InlineData(1, 8000, 506)]
    [InlineData(2, 8000, 506)]
    [InlineData(2, 44100, 5000)]
    [InlineData(3, 16000, 2000)]
    public void What_is_written_is_read_back_with_little_noise(int channels, int rate, int length)
    {
        Sound sound = Tone(channels, rate, length);
        byte[] wav = sound.ToWav(WavEncoding.ImaAdpcm);
        Assert.Equal((uint)wav.Length - 8, BinaryPrimitives.ReadUInt32LittleEndian(wav.AsSpan(4)));
        Sound back = Sound.FromWav(wav);
        Assert.Equal((channels, rate, length), (back.Channels, back.Rate, back.Length));
        for (int c = 0; c < channels; c++)
        {
            double signal = 0, noise = 0;
            for (int t = 0; t < length; t++)
            {
                double difference = back.Channel(c)[t] - sound.Channel(c)[t];
                Assert.InRange(difference, -0.05, 0.05);
                signal += sound.Channel(c)[t] * sound.Channel(c)[t];
                noise += difference * difference;
            }

            Assert.True(noise <= signal / 1000, $"channel {c}: {10 * Math.Log10(signal / noise):0.0} dB");
        }
    }

    [Fact]
    public void The_first_samples_of_each_block_are_exact_and_silence_stays_silent()
    {
        Sound sound = Tone(1, 8000, 1200);
        Sound back = Sound.FromWav(sound.ToWav(WavEncoding.ImaAdpcm));
        foreach (int t in new[] { 0, 505, 1010 }) Assert.Equal(MathF.Round(sound.Channel(0)[t] * 32768), back.Channel(0)[t] * 32768);
        float[] silence = Sound.FromWav(new Sound(new float[600], 1, 8000).ToWav(WavEncoding.ImaAdpcm)).Channel(0).ToArray();
        Assert.All(silence, sample => Assert.InRange(sample * 32768, -1, 1));
    }

    [Fact]
    public void The_loudest_samples_do_not_wrap_around()
    {
        float[] square = [.. Enumerable.Range(0, 1000).Select(t => t / 40 % 2 == 0 ? 2f : -2f)];
        float[] back = Sound.FromWav(new Sound(square, 1, 8000).ToWav(WavEncoding.ImaAdpcm)).Channel(0).ToArray();
        // The step needs a few samples to grow; then each half wave has the right sign.
        for (int t = 0; t < back.Length; t++)
            if (t % 40 >= 20) Assert.True(back[t] * square[t] > 0.8, $"sample {t} is {back[t]}");
    }

    [Fact]
    public void It_takes_a_quarter_of_16_bits()
    {
        Sound sound = Tone(1, 8000, 80_000);
        Assert.InRange(sound.ToWav(WavEncoding.ImaAdpcm).Length / (double)sound.ToWav().Length, 0.25, 0.26);
    }

    [Fact]
    public void A_part_is_decoded_without_what_comes_before_it()
    {
        WavFile file = WavReader.Open(Tone(2, 8000, 2000).ToWav(WavEncoding.ImaAdpcm), "tone");
        Sound whole = file.Read();
        foreach ((int start, int length) in new[] { (0, 1), (100, 300), (504, 2), (505, 505), (700, 1300), (1999, 1) })
        {
            Sound part = file.Read(start, length);
            for (int c = 0; c < 2; c++) Assert.Equal(whole.Channel(c).Slice(start, length).ToArray(), part.Channel(c).ToArray());
        }
    }

    [Fact]
    public void A_last_block_that_is_not_full_is_read_as_far_as_it_goes()
    {
        byte[] wav = WithoutFact(Tone(1, 8000, 1010).ToWav(WavEncoding.ImaAdpcm));
        byte[] shorter = wav[..^200];
        BinaryPrimitives.WriteInt32LittleEndian(shorter.AsSpan(44), 2 * 256 - 200);
        Assert.Equal(505 + 1 + (2 * 52), Sound.FromWav(shorter).Length);
    }

    [Fact]
    public void Bad_files_are_named_with_what_is_wrong()
    {
        byte[] good = Tone(1, 8000, 1010).ToWav(WavEncoding.ImaAdpcm);
        Check("x.wav is cut short: its chunk 'data' should have 512 bytes, and 412 are left", good[..^100]);
        Check("x.wav claims blocks of 2 bytes; IMA ADPCM of 1 channels needs 4 and a multiple of 4", Changed(good, 32, 2, 0));
        Check("x.wav claims blocks of 257 bytes", Changed(good, 32, 1, 1));
        Check("x.wav claims 500 samples in a block, and 256 bytes hold 505", Changed(good, 38, 0xF4, 0x01));
        Check("x.wav is cut short: it should have 1020 samples, and 1010 are left", Changed(good, 48, 0xFC, 0x03));
        Check("x.wav is damaged: block 1 of its samples begins with a step that is none", Changed(good, 60 + 256 + 2, 89));
        Check("format 17 of 3 bits", Changed(good, 34, 3));
        byte[] empty = WithoutFact(good)[..48];
        Check("'data' is empty", Changed(empty, 44, 0, 0));

        static void Check(string message, byte[] file) =>
            Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Sound.FromWav(file, "x.wav")).Message);
    }

    [Fact]
    public void Damaged_bytes_never_give_another_kind_of_error()
    {
        byte[] sound = Tone(2, 8000, 700).ToWav(WavEncoding.ImaAdpcm);
        var random = new Random(1);
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] damaged = sound[..(i % 2 == 0 ? sound.Length : random.Next(sound.Length + 1))];
            // Mostly in the head, where it matters most.
            for (int k = 0; k < 3 && damaged.Length > 0; k++)
                damaged[random.Next(i % 3 == 0 ? damaged.Length : Math.Min(70, damaged.Length))] = (byte)random.Next(256);
            try
            {
                Sound clip = Sound.FromWav(damaged);
                Assert.InRange(clip.Length * clip.Channels, 1, 2 * damaged.Length);
                read++;
            }
            catch (InvalidDataException)
            {
            }
        }

        Assert.InRange(read, 1, 19_999);
    }

    private static Sound Tone(int channels, int rate, int length)
    {
        var samples = new float[channels * length];
        for (int c = 0; c < channels; c++)
            for (int t = 0; t < length; t++)
                samples[(c * length) + t] = (float)(0.5 * Math.Cos(2 * Math.PI * 200 * (c + 1) * t / rate));
        return new Sound(samples, channels, rate);
    }

    private static byte[] WithoutFact(byte[] wav) => [.. wav[..40], .. wav[52..]];

    private static byte[] Changed(byte[] file, int at, params byte[] values)
    {
        byte[] changed = [.. file];
        values.CopyTo(changed, at);
        return changed;
    }
}
