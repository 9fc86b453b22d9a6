using Course.Audio;
using Course.Vision;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Data;

/// <summary>
/// Short videos of the units of The Battle for Wesnoth, with the sound of the blow or the death and a description of the unit in words:
/// 48 x 48 RGB pixels on light grey, sound of 11,025 samples a second (see datasets/battles/README.md for the sources and the licence).
/// </summary>
public sealed class Battles : IDisposable
{
    private const int MostFrames = 16;

    private readonly BattleClip[] _clips;
    private readonly Tensor[] _videos;
    private readonly Dictionary<string, Lazy<Sound>> _sounds;

    private Battles(BattleUnit[] units, BattleClip[] clips, Tensor[] videos, Dictionary<string, Lazy<Sound>> sounds)
    {
        (Units, _clips, _videos, _sounds) = (units, clips, videos, sounds);
        Races = [.. clips.Select(clip => clip.Race).Distinct()];
        Actions = [.. clips.GroupBy(clip => clip.Action).OrderByDescending(group => group.Count()).Select(group => group.Key)];
        SoundNames = [.. sounds.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Height and width of a frame.</summary>
    public static int Side => 48;

    /// <summary>Samples a second of the sounds.</summary>
    public static int SampleRate => 11_025;

    /// <summary>The colour behind every unit.</summary>
    public static Rgb Background { get; } = new(208, 208, 208);

    /// <summary>The units, race by race.</summary>
    public IReadOnlyList<BattleUnit> Units { get; }

    /// <summary>The clips, race by race, unit by unit.</summary>
    public IReadOnlyList<BattleClip> Clips => _clips;

    /// <summary>The units' races.</summary>
    public IReadOnlyList<string> Races { get; }

    /// <summary>attack, death, idle and standing.</summary>
    public IReadOnlyList<string> Actions { get; }

    /// <summary>The names of all sounds; several clips may share one.</summary>
    public IReadOnlyList<string> SoundNames { get; }

    /// <summary>
    /// Reads datasets/battles, found in or above the working directory, or the data set in <paramref name="folder"/>, and compares the
    /// files with their checksums. Sounds are read when they are asked for.
    /// </summary>
    /// <exception cref="DataSetException">A file is missing, changed or not what it should be.</exception>
    public static Battles Load(string? folder = null)
    {
        DataSetFolder files = folder is null ? DataSetFolder.Find("battles") : DataSetFolder.Open(folder);
        BattleUnit[] units = BattleTables.ReadUnits(files.FilePath("units.tsv"));
        BattleClip[] clips = BattleTables.ReadClips(files.FilePath("clips.tsv"), units, MostFrames);
        Tensor[] videos = FrameSheet.ReadVideos(
            files,
            clips.GroupBy(clip => clip.Race).Select(ofOne => (
                $"sheets/{ofOne.Key}.png", ofOne.Select(clip => (clip.Index, clip.Frames)).ToArray())),
            MostFrames, Side);
        var sounds = clips.Where(clip => clip.HasSound).Select(clip => clip.SoundName).Distinct()
            .ToDictionary(name => name, name => new Lazy<Sound>(
                () => DataFile.OpenWav(files.FilePath($"sounds/{name}.wav"), SampleRate).Read()));
        return new Battles(units, clips, videos, sounds);
    }

    /// <summary>A clip as bytes (T, 3, 48, 48) from 0 to 255; the same tensor at each call, so do not dispose it.</summary>
    public Tensor Video(int clip) => _videos[Checked(clip)];

    /// <summary>A clip to look at, each frame for the same time.</summary>
    public Animation Animation(int clip)
    {
        using DisposeScope scope = NewDisposeScope();
        return Vision.Animation.FromTensor(Video(clip).to(ScalarType.Float32).div(255), _clips[clip].FramesPerSecond);
    }

    /// <summary>The sound of a clip, mono, 3 seconds at most; null if it is silent.</summary>
    /// <exception cref="DataSetException">The file is missing, changed or not such a sound.</exception>
    public Sound? Sound(int clip) => _clips[Checked(clip)].HasSound ? _sounds[_clips[clip].SoundName].Value : null;

    /// <summary>
    /// Holds units out, whole lines at a time (a spearman, the swordsman he becomes, males and females), so that no look-alike is in
    /// training. Training keeps at least half of the clips of each action and race.
    /// </summary>
    /// <param name="test">Lines to test on.</param>
    /// <param name="validation">Lines to validate on.</param>
    /// <param name="seed">Decides which ones.</param>
    /// <exception cref="ArgumentException">So many lines cannot be held out.</exception>
    public ClipSplit SplitUnits(int test = 12, int validation = 8, long seed = 1) => ClipSplits.HoldOut(
        _clips, clip => clip.Unit.Line, clip => [$"what {clip.Action}", $"race {clip.Race}"], test, validation, seed);

    /// <summary>Frees the tensors of <see cref="Video"/>.</summary>
    public void Dispose()
    {
        foreach (Tensor video in _videos) video.Dispose();
    }

    /// <summary>"516 clips of 247 units".</summary>
    public override string ToString() => $"{_clips.Length} clips of {Units.Count} units";

    private int Checked(int clip) => (uint)clip < (uint)_clips.Length
        ? clip
        : throw new ArgumentOutOfRangeException(nameof(clip), $"there is no clip {clip}; they run from 0 to {_clips.Length - 1}");
}
