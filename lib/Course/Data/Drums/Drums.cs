using Course.Audio;
using Course.Audio.Wav;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Data;

/// <summary>
/// Strokes on the drums and cymbals of twelve drum kits, some recorded, some synthesised: mono, 16 kHz, from the onset on, half a second
/// at most, equally loud (see datasets/drums/README.md for the sources and licences). Kits are held out as a whole.
/// </summary>
public sealed class Drums : IDisposable
{
    private static readonly string[] InstrumentNames =
        ["kick", "tom", "snare", "side stick", "clap", "closed hi-hat", "open hi-hat", "ride", "crash"];

    // Both parts have a recorded kit and one that was not; the test part has all instruments in kits of a drummer heard nowhere else.
    private static readonly string[] TestKits = ["millo-1", "millo-2", "millo-3", "varibreaks"];
    private static readonly string[] ValidationKits = ["audiophob", "forzee"];

    private readonly DrumKit[] _kits;
    private readonly DrumSample[] _samples;
    private readonly float[][] _sounds;
    private Tensor? _waveforms;

    private Drums(DrumKit[] kits, DrumSample[] samples, float[][] sounds)
    {
        (_kits, _samples, _sounds) = (kits, samples, sounds);
        Kits = [.. kits.Select(kit => kit.Name)];
    }

    /// <summary>Values a second of all sounds, which have one channel.</summary>
    public static int Rate => 16000;

    /// <summary>Values of the longest sound: half a second.</summary>
    public static int Longest => Rate / 2;

    /// <summary>All strokes, kit by kit.</summary>
    public IReadOnlyList<DrumSample> Samples => _samples;

    /// <summary>The names of the kits; <see cref="Kit"/> tells more.</summary>
    public IReadOnlyList<string> Kits { get; }

    /// <summary>The instruments, which are the classes: drums by their sound from low to high, then cymbals from short to long.</summary>
    public IReadOnlyList<string> Instruments { get; } = InstrumentNames;

    /// <summary>
    /// Reads datasets/drums, found in or above the working directory, or the data set in <paramref name="folder"/>, and compares the
    /// files with their checksums.
    /// </summary>
    /// <exception cref="DataSetException">A file is missing, changed or not what it should be.</exception>
    public static Drums Load(string? folder = null)
    {
        DataSetFolder files = folder is null ? DataSetFolder.Find("drums") : DataSetFolder.Open(folder);
        DrumKit[] kits = DrumTable.ReadKits(files.FilePath("kits.tsv"));
        string table = files.FilePath("samples.tsv");
        DrumRecording[] recordings = DrumTable.ReadSamples(table, kits, InstrumentNames);
        var wavs = kits.ToDictionary(kit => kit.Name, kit => DataFile.OpenWav(files.FilePath($"kits/{kit.Name}.wav"), Rate));
        float[][] sounds = [.. recordings.Select((recording, i) => Read(wavs[recording.Sample.Kit], recording, $"{table}({i + 2})"))];
        return new Drums(kits, [.. recordings.Select(recording => recording.Sample)], sounds);
    }

    /// <summary>A kit's maker, origin and licence.</summary>
    /// <exception cref="ArgumentException">There is no such kit.</exception>
    public DrumKit Kit(string name) => _kits.FirstOrDefault(kit => kit.Name == name)
        ?? throw new ArgumentException($"there is no kit {name}; there are {string.Join(", ", Kits)}", nameof(name));

    /// <summary>A sample to listen to.</summary>
    public Sound Sound(int sample) => new([.. _sounds[Checked(sample)]], 1, Rate);

    /// <summary>All waveforms (N, 8000), silence behind those that end early; the same tensor at each call, so do not dispose it.</summary>
    public Tensor Waveforms() =>
        _waveforms ??= Waveforms(Enumerable.Range(0, _samples.Length), Longest).DetachFromDisposeScope();

    /// <summary>
    /// The first <paramref name="length"/> values of the samples given, (N, length) from -1 to 1; silence behind those that end early.
    /// </summary>
    public Tensor Waveforms(IEnumerable<int> samples, int length)
    {
        if (length < 1) throw new ArgumentOutOfRangeException(nameof(length), $"waveforms of {length} values cannot be");
        int[] chosen = [.. samples];
        var values = new float[chosen.Length * length];
        for (int n = 0; n < chosen.Length; n++)
        {
            float[] sound = _sounds[Checked(chosen[n])];
            sound.AsSpan(0, Math.Min(length, sound.Length)).CopyTo(values.AsSpan(n * length));
        }

        return tensor(values, [chosen.Length, length]);
    }

    /// <summary>The labels of the samples given, whole numbers (N), to train with.</summary>
    public Tensor Labels(IEnumerable<int> samples) => tensor(samples.Select(sample => _samples[Checked(sample)].Label).ToArray());

    /// <summary>
    /// The course's split, whole kits: millo-1 to -3 and varibreaks to test, audiophob and forzee to validate, the other six to train.
    /// Indices are ascending.
    /// </summary>
    public (int[] Training, int[] Validation, int[] Test) SplitKits() => SplitKits(TestKits, ValidationKits);

    /// <summary>Holds the kits out that are given; all others are for training. Indices are ascending.</summary>
    /// <exception cref="ArgumentException">
    /// A kit is unknown or in both parts, a family of kits is divided, or none is left for training.
    /// </exception>
    public (int[] Training, int[] Validation, int[] Test) SplitKits(IEnumerable<string> test, IEnumerable<string> validation)
    {
        DrumKit[] tested = [.. test.Select(Kit)], validated = [.. validation.Select(Kit)];
        if (tested.Intersect(validated).FirstOrDefault() is { } both)
            throw new ArgumentException($"the kit {both.Name} cannot be both in the test and in the validation part");
        DrumKit[] trained = [.. _kits.Except(tested).Except(validated)];
        if (trained.Length == 0) throw new ArgumentException("no kit is left for training; hold fewer out");
        foreach (var family in _kits.GroupBy(kit => kit.Family))
            if (new[] { trained, validated, tested }.Count(part => part.Intersect(family).Any()) > 1)
                throw new ArgumentException(
                    $"the kits {string.Join(", ", family.Select(kit => kit.Name))} share drums, so they belong in the same part");
        return (Indices(trained), Indices(validated), Indices(tested));
    }

    /// <summary>Frees the tensor of <see cref="Waveforms()"/>.</summary>
    public void Dispose()
    {
        _waveforms?.Dispose();
        _waveforms = null;
    }

    /// <summary>"369 samples of 9 instruments, 12 kits".</summary>
    public override string ToString() => $"{_samples.Length} samples of {InstrumentNames.Length} instruments, {_kits.Length} kits";

    private static float[] Read(WavFile file, DrumRecording recording, string place)
    {
        (DrumSample sample, int start, int length) = recording;
        if (length < 1 || length > Longest || (long)start + length > file.Length)
            throw new DataSetException(
                $"{place}: {length} samples from {start} on are no part of the {file.Length} in {sample.Kit}.wav, {Longest} at most");
        return file.Read(start, length).Channel(0).ToArray();
    }

    private int[] Indices(DrumKit[] kits) =>
        [.. _samples.Where(sample => kits.Any(kit => kit.Name == sample.Kit)).Select(sample => sample.Index)];

    private int Checked(int sample) => (uint)sample < (uint)_sounds.Length
        ? sample
        : throw new ArgumentOutOfRangeException(nameof(sample), $"there is no sample {sample}; they run from 0 to {_sounds.Length - 1}");
}
