using Course.Audio;
using Course.Vision;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Data;

/// <summary>
/// Tux Paint's stamps: photographs and drawings in 48 x 48 RGB pixels on light grey, each with an English name and caption. Most have
/// recordings of people who read the caption in several languages, about a hundred have a sound effect, and all have a synthetic voice
/// (see datasets/stamps/README.md for the sources and licences).
/// </summary>
public sealed class Stamps : IDisposable
{
    /// <summary>The synthetic voice that comes with the data: espeak-ng saying the English names.</summary>
    public const string Synthetic = "synthetic";

    private static readonly string[] LanguageNames = ["be", "bg", "ca", "en", "es", "fr", "ru"];

    private readonly Stamp[] _items;
    private readonly byte[] _sprites;
    private readonly StampSounds _effects;
    private readonly Dictionary<string, StampSounds> _voices;
    private Tensor? _pictures;

    private Stamps(Stamp[] items, byte[] sprites, StampSounds effects, Dictionary<string, StampSounds> voices)
    {
        (_items, _sprites, _effects, _voices) = (items, sprites, effects, voices);
        SyntheticVoices = [.. voices.Keys.Except(LanguageNames)];
    }

    /// <summary>Height and width of a picture.</summary>
    public static int Side => 48;

    /// <summary>Samples a second of all recordings, which have one channel.</summary>
    public static int Rate => 8000;

    /// <summary>The colour behind every picture.</summary>
    public static Rgb Background { get; } = new(208, 208, 208);

    /// <summary>The stamps, in order of their ids.</summary>
    public IReadOnlyList<Stamp> Items => _items;

    /// <summary>
    /// The languages that people speak: Belarusian, Bulgarian, Catalan, English (few), Spanish, French, Russian. Each has its own
    /// speakers, mostly one.
    /// </summary>
    public IReadOnlyList<string> Languages { get; } = LanguageNames;

    /// <summary>The voices of a synthesiser: <see cref="Synthetic"/>, and what <see cref="Load"/> found besides.</summary>
    public IReadOnlyList<string> SyntheticVoices { get; }

    /// <summary>
    /// Reads datasets/stamps, found in or above the working directory, or the data set in <paramref name="folder"/>, and compares the
    /// files with their checksums.
    /// </summary>
    /// <param name="folder">The data set's folder; found when null.</param>
    /// <param name="spoken">A folder of further voices, NAME.wav and NAME.tsv, made by datasets/stamps/speak.py; none when null.</param>
    /// <exception cref="DataSetException">A file is missing, changed or not what it should be.</exception>
    public static Stamps Load(string? folder = null, string? spoken = null)
    {
        DataSetFolder files = folder is null ? DataSetFolder.Find("stamps") : DataSetFolder.Open(folder);
        Stamp[] items = StampTable.Read(files.FilePath("stamps.tsv"));
        Dictionary<string, int> ids = items.ToDictionary(stamp => stamp.Id, stamp => stamp.Index);
        // Checksums and the sheet take most of the time, and the files do not wait for each other.
        Task<byte[]> sprites = Task.Run(() => SpriteSheet.Read(files.FilePath("pictures.png"), items.Length, Side));
        Task<StampSounds> effects = Task.Run(() => Open("effects"));
        var voices = LanguageNames.Append(Synthetic).ToDictionary(name => name, name => Task.Run(() => Open($"voices/{name}")));
        Dictionary<string, StampSounds> opened = voices.ToDictionary(voice => voice.Key, voice => voice.Value.GetAwaiter().GetResult());
        foreach ((string name, string path) in FurtherVoices(spoken))
        {
            if (!opened.TryAdd(name, StampSounds.Open(path, Path.ChangeExtension(path, ".tsv"), ids, Rate)))
                throw new DataSetException($"{path}: there is a voice {name} already; rename the file and its table");
        }

        return new Stamps(items, sprites.GetAwaiter().GetResult(), effects.GetAwaiter().GetResult(), opened);

        StampSounds Open(string name) => StampSounds.Open(files.FilePath($"{name}.wav"), files.FilePath($"{name}.tsv"), ids, Rate);
    }

    /// <summary>All pictures, bytes (N, 3, 48, 48) from 0 to 255; the same tensor at each call, so do not dispose it.</summary>
    public Tensor Pictures() => _pictures ??= tensor(_sprites, [_items.Length, 3, Side, Side]).DetachFromDisposeScope();

    /// <summary>Pictures as bytes (N, 3, 48, 48) from 0 to 255, of all stamps or of those given, in that order.</summary>
    public Tensor Images(IEnumerable<int>? stamps = null)
    {
        int[] chosen = stamps?.ToArray() ?? [.. Enumerable.Range(0, _items.Length)];
        int size = 3 * Side * Side;
        var values = new byte[chosen.Length * size];
        for (int n = 0; n < chosen.Length; n++) _sprites.AsSpan(Checked(chosen[n]) * size, size).CopyTo(values.AsSpan(n * size));
        return tensor(values, [chosen.Length, 3, Side, Side]);
    }

    /// <summary>A stamp's picture, to look at.</summary>
    public Picture Picture(int stamp)
    {
        int area = Side * Side;
        ReadOnlySpan<byte> sprite = _sprites.AsSpan(Checked(stamp) * 3 * area, 3 * area);
        var pixels = new byte[3 * area];
        for (int i = 0; i < pixels.Length; i++) pixels[i] = sprite[(i % 3 * area) + (i / 3)];
        return new Picture(Side, Side, 3, pixels);
    }

    /// <summary>Whether there is a recording of a stamp in a language, or of a synthetic voice.</summary>
    public bool HasVoice(int stamp, string language) => Sounds(language).Has(Checked(stamp));

    /// <summary>A stamp's caption, spoken in a language by a person; or its English name, spoken by a synthetic voice.</summary>
    /// <exception cref="ArgumentException">There is no such recording.</exception>
    public Sound Voice(int stamp, string language) => Sounds(language).Read(Checked(stamp))
        ?? throw new ArgumentException($"{_items[stamp]} has no recording in {language}; ask HasVoice first", nameof(language));

    /// <summary>Whether a recording was longer than 2.5 seconds, so that its end is missing; false where there is none.</summary>
    public bool IsCut(int stamp, string language) => Sounds(language).IsCut(Checked(stamp));

    /// <summary>The stamps with a recording in a language or of a synthetic voice, ascending.</summary>
    public int[] WithVoice(string language) => [.. Sounds(language).Stamps.Order()];

    /// <summary>The sound that what is shown makes, for example a lion's roar, or null; at most 5 seconds.</summary>
    public Sound? Effect(int stamp) => _effects.Read(Checked(stamp));

    /// <summary>The stamps with a sound effect, ascending.</summary>
    public int[] WithEffect() => [.. _effects.Stamps.Order()];

    /// <summary>
    /// Holds concepts out: all stamps of <paramref name="unseen"/> concepts, drawn in proportion to the groups; all others are seen. The
    /// seed alone decides. Both lists of indices are ascending.
    /// </summary>
    public (int[] Seen, int[] Unseen) SplitConcepts(int unseen = 80, long seed = 1)
    {
        int[][] parts = SplitConcepts([unseen], seed);
        return (parts[1], parts[0]);
    }

    /// <summary>
    /// Divides the stamps into parts that share no concept: one for each given number of concepts, for example test and validation, and
    /// last the rest. Each part holds the groups in the proportions of the whole. The seed alone decides; indices are ascending.
    /// </summary>
    public int[][] SplitConcepts(int[] concepts, long seed = 1)
    {
        IGrouping<string, Stamp>[] all = [.. _items.GroupBy(stamp => stamp.Concept)];
        string[] groups = [.. _items.Select(stamp => stamp.Group).Distinct()];
        long[] labels = [.. all.Select(stamps => (long)Array.IndexOf(groups, stamps.First().Group))];
        long[][] parts = Splits.Stratified(labels, concepts, seed);
        int[][] chosen = [.. parts.Select(part => part.SelectMany(i => all[i]).Select(stamp => stamp.Index).Order().ToArray())];
        return [.. chosen, [.. Enumerable.Range(0, _items.Length).Except(chosen.SelectMany(part => part))]];
    }

    /// <summary>Frees the tensor of <see cref="Pictures"/>.</summary>
    public void Dispose()
    {
        _pictures?.Dispose();
        _pictures = null;
    }

    /// <summary>"687 stamps, 7 languages".</summary>
    public override string ToString() => $"{_items.Length} stamps, {LanguageNames.Length} languages";

    private static IEnumerable<(string Name, string Path)> FurtherVoices(string? folder)
    {
        if (folder is null) return [];
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.wav") : [];
        if (paths.Length == 0)
            throw new DataSetException($"there are no voices NAME.wav in {folder}; make one with datasets/stamps/speak.py");
        if (paths.FirstOrDefault(path => !File.Exists(Path.ChangeExtension(path, ".tsv"))) is { } lonely)
            throw new DataSetException($"{lonely} has no table {Path.GetFileNameWithoutExtension(lonely)}.tsv beside it");
        return paths.Order(StringComparer.Ordinal).Select(path => (Path.GetFileNameWithoutExtension(path), path));
    }

    private StampSounds Sounds(string language) => _voices.TryGetValue(language, out StampSounds? sounds)
        ? sounds
        : throw new ArgumentException($"there is no voice \"{language}\"; there are {string.Join(", ", _voices.Keys)}", nameof(language));

    private int Checked(int stamp) => (uint)stamp < (uint)_items.Length
        ? stamp
        : throw new ArgumentOutOfRangeException(nameof(stamp), $"there is no stamp {stamp}; they run from 0 to {_items.Length - 1}");
}
