using Course.Vision;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Data;

/// <summary>
/// 1,562 emoji, each drawn by five vendors in 48 x 48 RGB pixels on light grey, with an English label, tags, group and subgroup
/// (emojibase; see datasets/emoji/README.md for the sources and licences).
/// </summary>
public sealed class Emoji : IDisposable
{
    private static readonly string[] VendorNames = ["noto", "twemoji", "fluent3d", "fluentflat", "openmoji"];

    private readonly EmojiConcept[] _concepts;
    private readonly Dictionary<string, byte[]> _sprites;
    private readonly Dictionary<string, Tensor> _pictures = [];

    private Emoji(EmojiConcept[] concepts, Dictionary<string, byte[]> sprites) =>
        (_concepts, _sprites, Vendors) = (concepts, sprites, VendorNames);

    /// <summary>Height and width of a picture.</summary>
    public static int Side => 48;

    /// <summary>The colour behind every drawing.</summary>
    public static Rgb Background { get; } = new(208, 208, 208);

    /// <summary>The vendors: noto, twemoji, fluent3d, fluentflat, openmoji. The two Fluent styles share their designs.</summary>
    public IReadOnlyList<string> Vendors { get; }

    /// <summary>The concepts, in the order of Unicode's keyboards.</summary>
    public IReadOnlyList<EmojiConcept> Concepts => _concepts;

    /// <summary>
    /// Reads datasets/emoji, found in or above the working directory, or the data set in <paramref name="folder"/>, and compares the
    /// files with their checksums.
    /// </summary>
    /// <exception cref="DataSetException">A file is missing, changed or not what it should be.</exception>
    public static Emoji Load(string? folder = null)
    {
        DataSetFolder files = folder is null ? DataSetFolder.Find("emoji") : DataSetFolder.Open(folder);
        EmojiConcept[] concepts = EmojiTable.Read(files.FilePath("concepts.tsv"));
        // Decompressing takes most of the time, and the sheets do not wait for each other.
        var sheets = VendorNames.ToDictionary(
            vendor => vendor, vendor => Task.Run(() => SpriteSheet.Read(files.FilePath($"{vendor}.png"), concepts.Length, Side)));
        return new Emoji(concepts, sheets.ToDictionary(sheet => sheet.Key, sheet => sheet.Value.GetAwaiter().GetResult()));
    }

    /// <summary>All pictures of a vendor, bytes (C, 3, 48, 48) from 0 to 255; the same tensor at each call, so do not dispose it.</summary>
    public Tensor Pictures(string vendor)
    {
        byte[] sprites = Sprites(vendor);
        if (!_pictures.TryGetValue(vendor, out Tensor? pictures))
            _pictures[vendor] = pictures = tensor(sprites, [_concepts.Length, 3, Side, Side]).DetachFromDisposeScope();
        return pictures;
    }

    /// <summary>Pictures of a vendor as floats (N, 3, 48, 48) from 0 to 1, of all concepts or of those given, in that order.</summary>
    public Tensor Images(string vendor, IEnumerable<int>? concepts = null)
    {
        byte[] sprites = Sprites(vendor);
        int[] chosen = concepts?.ToArray() ?? [.. Enumerable.Range(0, _concepts.Length)];
        int size = 3 * Side * Side;
        var values = new float[chosen.Length * size];
        for (int n = 0; n < chosen.Length; n++)
        {
            ReadOnlySpan<byte> sprite = sprites.AsSpan(Checked(chosen[n]) * size, size);
            Span<float> target = values.AsSpan(n * size, size);
            for (int i = 0; i < size; i++) target[i] = sprite[i] / 255f;
        }

        return tensor(values, [chosen.Length, 3, Side, Side]);
    }

    /// <summary>A vendor's picture of a concept, to look at.</summary>
    public Picture Picture(string vendor, int concept)
    {
        int area = Side * Side;
        ReadOnlySpan<byte> sprite = Sprites(vendor).AsSpan(Checked(concept) * 3 * area, 3 * area);
        var pixels = new byte[3 * area];
        for (int i = 0; i < pixels.Length; i++) pixels[i] = sprite[(i % 3 * area) + (i / 3)];
        return new Picture(Side, Side, 3, pixels);
    }

    /// <summary>A vendor's picture of a concept, to look at.</summary>
    public Picture Picture(string vendor, EmojiConcept concept) => Picture(vendor, concept.Index);

    /// <summary>
    /// Holds concepts out: <paramref name="unseen"/> of the concrete ones, drawn in proportion to their groups; all others are seen. The
    /// seed alone decides. Both lists of indices are ascending.
    /// </summary>
    public (int[] Seen, int[] Unseen) SplitConcepts(int unseen = 200, long seed = 1)
    {
        EmojiConcept[] concrete = [.. _concepts.Where(concept => concept.IsConcrete)];
        string[] groups = [.. concrete.Select(concept => concept.Group).Distinct()];
        long[] labels = [.. concrete.Select(concept => (long)Array.IndexOf(groups, concept.Group))];
        int[] heldOut = [.. Splits.Stratified(labels, [unseen], seed)[0].Select(i => concrete[i].Index)];
        return ([.. Enumerable.Range(0, _concepts.Length).Except(heldOut)], heldOut);
    }

    /// <summary>Frees the tensors of <see cref="Pictures"/>.</summary>
    public void Dispose()
    {
        foreach (Tensor pictures in _pictures.Values) pictures.Dispose();
        _pictures.Clear();
    }

    /// <summary>"1562 emoji of 5 vendors".</summary>
    public override string ToString() => $"{_concepts.Length} emoji of {VendorNames.Length} vendors";

    private byte[] Sprites(string vendor) => _sprites.TryGetValue(vendor, out byte[]? sprites)
        ? sprites
        : throw new ArgumentException($"there is no vendor \"{vendor}\"; there are {string.Join(", ", VendorNames)}", nameof(vendor));

    private int Checked(int concept) => (uint)concept < (uint)_concepts.Length
        ? concept
        : throw new ArgumentOutOfRangeException(nameof(concept),
            $"there is no concept {concept}; they run from 0 to {_concepts.Length - 1}");
}
