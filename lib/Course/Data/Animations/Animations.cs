using Course.Vision;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Data;

/// <summary>
/// 1,600 short videos of 36 creatures of the game Flare: 48 x 48 RGB pixels on light grey, ten actions, eight directions (see
/// datasets/animations/README.md for the sources and the licence).
/// </summary>
public sealed class Animations : IDisposable
{
    private const int MostFrames = 8;

    private static readonly string[] Compass = ["west", "northwest", "north", "northeast", "east", "southeast", "south", "southwest"];

    private readonly AnimatedClip[] _clips;
    private readonly Tensor[] _videos;

    private Animations(AnimatedClip[] clips, Tensor[] videos)
    {
        (_clips, _videos) = (clips, videos);
        Creatures = [.. clips.Select(clip => clip.Creature).Distinct()];
        Actions = [.. clips.GroupBy(clip => clip.Action).OrderByDescending(group => group.Count()).Select(group => group.Key)];
    }

    /// <summary>Height and width of a frame.</summary>
    public static int Side => 48;

    /// <summary>The colour behind every creature.</summary>
    public static Rgb Background { get; } = new(208, 208, 208);

    /// <summary>The clips, creature by creature, action by action.</summary>
    public IReadOnlyList<AnimatedClip> Clips => _clips;

    /// <summary>The creatures' names.</summary>
    public IReadOnlyList<string> Creatures { get; }

    /// <summary>The actions in the game's words, the most frequent first.</summary>
    public IReadOnlyList<string> Actions { get; }

    /// <summary>The eight directions, clockwise on the screen from west, which is left.</summary>
    public IReadOnlyList<string> Directions => Compass;

    /// <summary>
    /// Reads datasets/animations, found in or above the working directory, or the data set in <paramref name="folder"/>, and compares
    /// the files with their checksums.
    /// </summary>
    /// <exception cref="DataSetException">A file is missing, changed or not what it should be.</exception>
    public static Animations Load(string? folder = null)
    {
        DataSetFolder files = folder is null ? DataSetFolder.Find("animations") : DataSetFolder.Open(folder);
        AnimatedClip[] clips = AnimationTable.Read(files.FilePath("clips.tsv"), Compass, MostFrames);
        Tensor[] videos = FrameSheet.ReadVideos(
            files,
            clips.GroupBy(clip => clip.Creature).Select(ofOne => (
                $"sheets/{ofOne.Key.Replace(' ', '-')}.png", ofOne.Select(clip => (clip.Index, clip.Frames)).ToArray())),
            MostFrames, Side);
        return new Animations(clips, videos);
    }

    /// <summary>A clip as bytes (T, 3, 48, 48) from 0 to 255; the same tensor at each call, so do not dispose it.</summary>
    public Tensor Video(int clip) => _videos[Checked(clip)];

    /// <summary>A clip to look at, as fast as in the game.</summary>
    public Animation Animation(int clip)
    {
        using DisposeScope scope = NewDisposeScope();
        return Vision.Animation.FromTensor(Video(clip).to(ScalarType.Float32).div(255), _clips[clip].FramesPerSecond);
    }

    /// <summary>
    /// Holds pairs of a creature and an action out, in all eight directions: "the wizard" and "dies" are both in training, the wizard's
    /// death is not. Look-alikes may do in training what the creature does in the test: <see cref="SplitFamilyPairs"/> forbids that too.
    /// </summary>
    /// <exception cref="ArgumentException">So many pairs cannot be held out.</exception>
    public ClipSplit SplitPairs(int test = 30, int validation = 20, long seed = 1) => ClipSplits.HoldOut(
        _clips, clip => $"{clip.Creature} {clip.Action}", clip => [$"who {clip.Creature}", $"what {clip.Action}"], test, validation, seed);

    /// <summary>
    /// Holds pairs of a family and an action out: every creature, and the action by other families, is in training, but no creature with
    /// that body does it there.
    /// </summary>
    /// <exception cref="ArgumentException">So many pairs cannot be held out.</exception>
    public ClipSplit SplitFamilyPairs(int test = 8, int validation = 5, long seed = 1) => ClipSplits.HoldOut(
        _clips, clip => $"{clip.Family} {clip.Action}", clip => [$"who {clip.Creature}", $"what {clip.Action}"], test, validation, seed);

    /// <summary>
    /// Holds creatures out, whole families at a time, so that no look-alike is in training; each of their actions is, by others.
    /// </summary>
    /// <param name="test">Families to test on.</param>
    /// <param name="validation">Families to validate on.</param>
    /// <param name="seed">Decides which ones.</param>
    /// <exception cref="ArgumentException">So many families cannot be held out.</exception>
    public ClipSplit SplitCreatures(int test = 2, int validation = 2, long seed = 1) =>
        ClipSplits.HoldOut(_clips, clip => clip.Family, clip => [clip.Action], test, validation, seed);

    /// <summary>Frees the tensors of <see cref="Video"/>.</summary>
    public void Dispose()
    {
        foreach (Tensor video in _videos) video.Dispose();
    }

    /// <summary>"1600 clips of 36 creatures".</summary>
    public override string ToString() => $"{_clips.Length} clips of {Creatures.Count} creatures";

    private int Checked(int clip) => (uint)clip < (uint)_clips.Length
        ? clip
        : throw new ArgumentOutOfRangeException(nameof(clip), $"there is no clip {clip}; they run from 0 to {_clips.Length - 1}");
}
