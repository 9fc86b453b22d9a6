using System.Globalization;
using Course.Data;
using Course.Display;
using Course.Vision.Png;
using static TorchSharp.torch;

namespace Course.Vision;

/// <summary>Pictures shown one after the other. Shows itself in a notebook as an animated PNG, which any browser plays.</summary>
[TypeFormatterSource(typeof(AnimationFormatterSource), PreferredMimeTypes = ["image/png", "text/plain"])]
public sealed class Animation
{
    private const double MostFramesPerSecond = 100;

    /// <summary>An animation of pictures of one size; grey and RGB ones may mix.</summary>
    /// <param name="frames">The pictures, at least one.</param>
    /// <param name="framesPerSecond">How many of them are shown in a second, at most 100.</param>
    /// <param name="loops">How often it plays; 0 for ever.</param>
    public Animation(IEnumerable<Picture> frames, double framesPerSecond = 10, int loops = 0)
    {
        Picture[] all = frames.ToArray();
        if (all.Length == 0) throw new ArgumentException("an animation needs at least one picture", nameof(frames));
        if (!(framesPerSecond is > 0 and <= MostFramesPerSecond))
            throw new ArgumentException(
                $"an animation shows more than 0 and at most {MostFramesPerSecond} pictures a second, not {framesPerSecond}");
        if (loops < 0) throw new ArgumentException($"an animation cannot play {loops} times; 0 means for ever", nameof(loops));
        if (Array.FindIndex(all, picture => picture.Width != all[0].Width || picture.Height != all[0].Height) is var odd && odd > 0)
            throw new ArgumentException($"the pictures of an animation have one size: picture 0 is {all[0]}, picture {odd} is {all[odd]}");
        Frames = all.All(picture => picture.Channels == 1) ? all : [.. all.Select(picture => picture.ToRgb())];
        (FramesPerSecond, Loops) = (framesPerSecond, loops);
    }

    /// <summary>The pictures, all grey or all RGB.</summary>
    public IReadOnlyList<Picture> Frames { get; }

    /// <summary>Pictures shown in a second.</summary>
    public double FramesPerSecond { get; }

    /// <summary>How often it plays; 0 for ever.</summary>
    public int Loops { get; }

    /// <summary>How long it plays once.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(Frames.Count / FramesPerSecond);

    /// <summary>An animation of a video (T, C, H, W) with values from 0 to 1.</summary>
    public static Animation FromTensor(Tensor video, double framesPerSecond = 10, int loops = 0) =>
        video.dim() == 4
            ? new Animation(Picture.ManyFromTensor(video), framesPerSecond, loops)
            : throw new ArgumentException($"an animation needs a tensor (T, C, H, W), not {video.ShapeText()}", nameof(video));

    /// <summary>The animation in another size.</summary>
    public Animation Resize(int width, int height, Resampling resampling = Resampling.Bilinear) =>
        new(Frames.Select(frame => frame.Resize(width, height, resampling)), FramesPerSecond, Loops);

    /// <summary>The animation as the bytes of an animated PNG; a program that knows still pictures only shows the first frame.</summary>
    public byte[] ToPng() => AnimatedPngWriter.Write(this);

    /// <summary>Writes an animated PNG file, making its folder if need be.</summary>
    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllBytes(path, ToPng());
    }

    /// <summary>"Animation 24 frames of 64 x 64, 10 a second".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Animation {Frames.Count} frames of {Frames[0].Width} x {Frames[0].Height}, {FramesPerSecond:0.##} a second");
}
