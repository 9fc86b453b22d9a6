using System.Text.Json;
using Course.Audio;
using Course.Models;
using Course.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Audio;

[Collection(RandomNumbersCollection.Name)]
public sealed class LogMelTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<int> Cases => [0, 1];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Spectra_filters_and_log_mel_are_those_of_pytorch(int number)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Repository.Fixture("audio", "log_mel.json")));
        JsonElement made = file.RootElement[number];
        LogMelConfig config = made.Deserialize<LogMelConfig>(new JsonSerializerOptions(JsonSerializerDefaults.Web)
            { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip })! with { Frames = 128 };
        var logMel = new LogMel(config);
        Tensor samples = Chirp(config.Rate);
        Tensor spectra = stft(samples, config.FrameSize, config.Hop, config.FrameSize, hann_window(config.FrameSize), return_complex: true);

        Near(made, "real", spectra.real);
        Near(made, "imaginary", spectra.imag);
        Near(made, "filters", logMel.Filters);
        Near(made, "logMel", logMel.Of(samples));
    }

    [Theory]
    [InlineData(250)]
    [InlineData(1000)]
    [InlineData(3000)]
    public void A_pure_tone_is_highest_at_its_frequency_and_in_its_band(int hertz)
    {
        var logMel = new LogMel(new LogMelConfig());
        Tensor tone = (arange(4000) * (2 * Math.PI * hertz / 8000)).sin();
        Assert.Equal(hertz * 256 / 8000, logMel.Energies(tone).select(1, 10).argmax().item<long>());
        long band = logMel.Of(tone).select(1, 10).argmax().item<long>();
        double MelAt(double i) => MelFilters.ToHertz(MelFilters.ToMel(60) + ((MelFilters.ToMel(3800) - MelFilters.ToMel(60)) * i / 41));
        Assert.InRange(hertz, MelAt(band), MelAt(band + 2));
    }

    [Fact]
    public void Mel_and_hertz_are_inverse()
    {
        Assert.Equal(1000, MelFilters.ToMel(1000), 0.5);
        foreach (double hertz in new[] { 0, 60, 440, 4000.0 }) Assert.Equal(hertz, MelFilters.ToHertz(MelFilters.ToMel(hertz)), 1e-8);
    }

    [Theory]
    [InlineData(0, 4001)]
    [InlineData(500, 500)]
    [InlineData(-1, 3000)]
    public void Filters_outside_the_spectrum_are_refused(double low, double high) =>
        Assert.Contains("do not fit 8000 samples a second",
            Assert.Throws<ArgumentException>(() => MelFilters.Of(256, 8000, 10, low, high)).Message);

    [Fact]
    public void Loudness_does_not_change_what_is_read_and_the_size_is_always_the_same()
    {
        var logMel = new LogMel(new LogMelConfig());
        float[] samples = [.. Chirp(8000).data<float>()], quiet = [.. samples.Select(value => value / 3)];
        Tensor loud = logMel.Read(new Sound(samples, 1, 8000)), soft = logMel.Read(new Sound(quiet, 1, 8000));
        Assert.Equal([40, 128], loud.shape);
        Assert.True(loud.allclose(soft, atol: 0.05), "a third of the loudness moves every band alike");
        Assert.True((loud[.., 12..] == LogMel.Silence).all().item<bool>(), "behind 1,500 samples, which are 12 frames, is silence");
        Tensor wide = logMel.Read(new Sound(samples, 1, 8000), margin: 24);
        Assert.Equal([40, 152], wide.shape);
        Assert.True(wide[.., 12..140].allclose(loud));
        Assert.Equal([40, 128], logMel.Read(new Sound(new float[40_000], 1, 8000)).shape);
    }

    [Fact]
    public void A_sound_of_another_rate_or_two_channels_is_refused()
    {
        var logMel = new LogMel(new LogMelConfig());
        Assert.Contains("one channel at 8000 Hz",
            Assert.Throws<ArgumentException>(() => logMel.Read(new Sound(new float[900], 1, 16000))).Message);
        Assert.Throws<ArgumentException>(() => logMel.Read(new Sound(new float[900], 2, 8000)));
    }

    [Fact]
    public void Faster_is_higher_and_shorter()
    {
        float[] tone = [.. (arange(8000) * (2 * Math.PI * 500 / 8000)).sin().data<float>()];
        Tensor faster = LogMel.Faster(tone, 1.5);
        Assert.Equal(5332, faster.shape[0]);
        Assert.Equal(24, new LogMel(new LogMelConfig()).Energies(faster).select(1, 10).argmax().item<long>());
        Assert.Equal(tone, LogMel.Faster(tone, 1).data<float>().ToArray());
    }

    [Fact]
    public void SpecAugment_moves_and_covers_by_the_seed()
    {
        Tensor given = rand(3, 16, 40) + 1;
        var augment = new SpecAugment { Covers = 1, Bands = 4, Frames = 6 };
        Tensor first = augment.Apply(given, 32, seed: 5);
        Assert.Equal([3, 16, 32], first.shape);
        Assert.True(Same(first, augment.Apply(given, 32, seed: 5)));
        Assert.False(Same(first, augment.Apply(given, 32, seed: 6)));
        // At most 4 bands and 6 frames are covered, everything else is as given.
        Tensor covered = first == 0;
        Assert.True(covered.all(2).sum(1).max().item<long>() <= 4);
        Assert.True(covered.all(1).sum(1).max().item<long>() <= 6);
        Tensor plain = (augment with { Covers = 0 }).Apply(given, 40, seed: 5);
        Assert.True(Same(plain, given));
        Assert.Throws<ArgumentException>(() => augment.Apply(given, 41, seed: 5));
    }

    public void Dispose() => _scope.Dispose();

    private static bool Same(Tensor one, Tensor other) => one.eq(other).all().item<bool>();

    private static Tensor Chirp(int rate)
    {
        const int count = 1500;
        var samples = new float[count];
        long state = 1;
        for (int i = 0; i < count; i++)
        {
            state = ((1103515245 * state) + 12345) % (1L << 31);
            double t = (double)i / rate;
            samples[i] = (float)(((0.2 + ((double)i / count)) * 0.5 * Math.Sin(2 * Math.PI * (300 + (4000 * t)) * t))
                + (0.1 * (((double)state / (1L << 31)) - 0.5)));
        }

        return tensor(samples);
    }

    private static void Near(JsonElement made, string name, Tensor actual)
    {
        Tensor expected = tensor(made.GetProperty(name).EnumerateArray().Select(value => (float)value.GetDouble()).ToArray(), actual.shape);
        Assert.True(actual.allclose(expected, rtol: 0, atol: 1e-4), $"{name} differs by {(actual - expected).abs().max().item<float>()}");
    }
}
