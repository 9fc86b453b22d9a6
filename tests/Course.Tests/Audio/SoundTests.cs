using Course.Audio;
using Course.Audio.Wav;
using Course.Tests.Support;
using static TorchSharp.torch;

namespace Course.Tests.Audio;

public sealed class SoundTests : IDisposable
{
    private static readonly float[] Ramp = [-1, -0.75f, -0.5f, -0.25f, -0.125f, 0, 0.125f, 0.25f, 0.5f, 0.625f, 0.75f, 0.875f];

    private readonly string _folder = Directory.CreateTempSubdirectory("audio-").FullName;

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(32)]
    public void Files_of_another_program_are_read_exactly_and_written_back_byte_for_byte(int bits)
    {
        string path = Repository.Fixture("audio", $"ramp-{bits}.wav");
        Sound clip = Sound.Load(path);
        Assert.Equal((2, 8000, 12), (clip.Channels, clip.Rate, clip.Length));
        Assert.Equal(Ramp, clip.Channel(0).ToArray());
        Assert.Equal(Ramp.Select(value => value == -1 ? 0.5f : -value), clip.Channel(1).ToArray());
        Assert.Equal(File.ReadAllBytes(path), clip.ToWav(Enum.Parse<WavEncoding>($"Pcm{bits}")));
    }

    [Theory]
    [InlineData(WavEncoding.Pcm8, 1 / 128.0)]
    [InlineData(WavEncoding.Pcm16, 1 / 32768.0)]
    [InlineData(WavEncoding.Pcm24, 1 / 8388608.0)]
    [InlineData(WavEncoding.Pcm32, 1e-7)]
    [InlineData(WavEncoding.Float32, 0)]
    public void What_is_written_is_read_back_within_half_a_step(WavEncoding encoding, double step)
    {
        var random = new Random(3);
        float[] samples = [.. Enumerable.Range(0, 3 * 1001).Select(_ => (float)((random.NextDouble() * 1.98) - 0.99))];
        string path = Path.Combine(_folder, "new", "noise.wav");
        new Sound(samples, 3, 44100).Save(path, encoding);
        Sound back = Sound.Load(path);
        Assert.Equal((3, 44100, 1001), (back.Channels, back.Rate, back.Length));
        for (int c = 0; c < 3; c++)
            for (int t = 0; t < back.Length; t++)
                Assert.InRange(Math.Abs(back.Channel(c)[t] - samples[(c * 1001) + t]), 0, (step / 2) + 1e-9);
    }

    [Fact]
    public void Whole_numbers_clip_and_floats_do_not()
    {
        var loud = new Sound([2, -2, float.NaN, 1], 1, 8000);
        Assert.Equal([32767 / 32768f, -1, 0, 32767 / 32768f], Sound.FromWav(loud.ToWav()).Channel(0).ToArray());
        Assert.Equal([2, -2, float.NaN, 1], Sound.FromWav(loud.ToWav(WavEncoding.Float32)).Channel(0).ToArray());
    }

    [Fact]
    public void Unknown_chunks_odd_lengths_and_the_extensible_format_are_read()
    {
        byte[] plain = new Sound([0.5f, -0.5f, 0.25f], 1, 8000).ToWav(WavEncoding.Pcm8);
        Assert.Equal(0, plain.Length % 2);
        byte[] format = plain[20..36];
        byte[] whole = [1, 0, 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71];
        byte[] extensible = [0xFE, 0xFF, .. format[2..], 22, 0, 8, 0, 4, 0, 0, 0, .. whole];
        byte[] unknown = [.. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0];
        byte[] file = [.. plain[..12], .. unknown, .. "fmt "u8, (byte)extensible.Length, 0, 0, 0, .. extensible, .. plain[36..]];
        Assert.Equal([0.5f, -0.5f, 0.25f], Sound.FromWav(file).Channel(0).ToArray());
    }

    [Fact]
    public void A_file_written_to_a_pipe_has_no_length_and_is_read_to_its_end()
    {
        byte[] file = new Sound(Ramp, 1, 8000).ToWav();
        file.AsSpan(40, 4).Fill(0xFF);
        Assert.Equal(Ramp, Sound.FromWav(file).Channel(0).ToArray());
    }

    [Fact]
    public void Bad_files_are_named_with_what_is_wrong()
    {
        byte[] sound = new Sound(Ramp, 1, 8000).ToWav();
        Check("is no WAV file", "ID3 something else"u8.ToArray());
        Check("is no WAV file", []);
        Check("'data' should have 24 bytes, and 20 are left", sound[..^4]);
        Check("'data' is missing", sound[..36]);
        Check("format 2 of 16 bits", Changed(sound, 20, 2));
        Check("format 1 of 12 bits", Changed(sound, 34, 12));
        Check("0 channels", Changed(sound, 22, 0));
        Check("samples before their format", [.. sound[..12], .. sound[36..]]);
        Check("'data' is empty", Changed(sound, 40, 0));

        static void Check(string message, byte[] file) =>
            Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Sound.FromWav(file, "x.wav")).Message);
    }

    [Fact]
    public void Damaged_bytes_never_give_another_kind_of_error()
    {
        byte[] sound = new Sound(Ramp, 2, 8000).ToWav(WavEncoding.Pcm24);
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] damaged = sound[..random.Next(sound.Length + 1)];
            for (int k = 0; k < 3 && damaged.Length > 0; k++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                Sound clip = Sound.FromWav(damaged);
                Assert.InRange(clip.Length * clip.Channels, 1, damaged.Length);
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("gone.wav: no such clip", Assert.Throws<FileNotFoundException>(() => Sound.Load("gone.wav")).Message);

    [Fact]
    public void Tensors_go_in_and_out_channel_by_channel()
    {
        Sound clip = Sound.FromTensor(tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [2, 3]), 16000);
        Assert.Equal([4, 5, 6], clip.Channel(1).ToArray());
        Assert.Equal([2, 3], clip.ToTensor().shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], clip.ToTensor().data<float>().ToArray());
        Assert.Equal(1, Sound.FromTensor(tensor(new float[] { 1, 2 }), 16000).Channels);
        Assert.Contains("(1, 1, 2)", Assert.Throws<ArgumentException>(() => Sound.FromTensor(ones(1, 1, 2), 16000)).Message);
        Assert.Throws<ArgumentException>(() => Sound.FromTensor(ones(0), 16000));
    }

    [Fact]
    public void Parts_and_means_of_a_clip()
    {
        var clip = new Sound([0, 1, 2, 3, 10, 11, 12, 13], 2, 2);
        Assert.Equal(TimeSpan.FromSeconds(2), clip.Duration);
        Sound part = clip.Slice(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
        Assert.Equal([1, 2], part.Channel(0).ToArray());
        Assert.Equal([11, 12], part.Channel(1).ToArray());
        Assert.Equal([5, 6, 7, 8], clip.ToMono().Channel(0).ToArray());
        Assert.Equal(3, clip.Slice(TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(1)).Length);
        Assert.Throws<ArgumentException>(() => clip.Slice(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1)));
        Assert.Throws<ArgumentException>(() => clip.Slice(TimeSpan.Zero, TimeSpan.Zero));
        Assert.Contains("they count from 0", Assert.Throws<ArgumentOutOfRangeException>(() => clip.Channel(2)).Message);
    }

    [Fact]
    public void A_clip_says_what_it_is()
    {
        Assert.Equal("Sound 0.50 s, mono, 8000 Hz", new Sound(new float[4000], 1, 8000).ToString());
        Assert.Equal("Sound 0.25 s, stereo, 8000 Hz", new Sound(new float[4000], 2, 8000).ToString());
        Assert.Throws<ArgumentException>(() => new Sound(new float[3], 2, 8000));
        Assert.Throws<ArgumentException>(() => new Sound(new float[4], 2, 0));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Changed(byte[] file, int at, byte value)
    {
        byte[] changed = [.. file];
        changed[at] = value;
        return changed;
    }
}
