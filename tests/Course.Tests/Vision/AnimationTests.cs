using System.Buffers.Binary;
using Course.Vision;
using Course.Vision.Png;
using static TorchSharp.torch;

namespace Course.Tests.Vision;

public sealed class AnimationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_player_that_follows_the_specification_sees_every_frame(int channels)
    {
        var random = new Random(5);
        var frames = new List<Picture>();
        byte[] pixels = new byte[20 * 11 * channels];
        for (int i = 0; i < 12; i++)
        {
            // Frame 4 repeats frame 3: a frame of a file cannot be empty.
            for (int k = 0; i != 4 && k < 5; k++) pixels[random.Next(pixels.Length)] = (byte)random.Next(256);
            frames.Add(new Picture(20, 11, channels, [.. pixels]));
        }

        var animation = new Animation(frames, framesPerSecond: 12.5, loops: 3);
        Played[] played = [.. Play(animation.ToPng(), out int loops)];
        Assert.Equal(3, loops);
        Assert.Equal(frames.Count, played.Length);
        for (int i = 0; i < frames.Count; i++)
        {
            Assert.Equal(frames[i].ToRgb().Pixels.ToArray(), played[i].Shown.Pixels.ToArray());
            Assert.Equal(0.08, played[i].Seconds, 6);
        }

        Assert.Equal(frames[0].ToRgb().Pixels.ToArray(), Picture.FromPng(animation.ToPng()).ToRgb().Pixels.ToArray());
    }

    [Fact]
    public void A_still_background_is_stored_once()
    {
        var frames = Enumerable.Range(0, 30).Select(i =>
        {
            byte[] pixels = new byte[100 * 100];
            new Random(1).NextBytes(pixels);
            pixels[i] = 0;
            return new Picture(100, 100, 1, pixels);
        });
        Assert.InRange(new Animation(frames).ToPng().Length, 10_000, 20_000);
    }

    [Fact]
    public void Grey_and_coloured_pictures_mix()
    {
        var animation = new Animation([new Picture(2, 2, 1, [0, 50, 100, 150]), new Picture(2, 2, Rgb.Wrong)]);
        Assert.All(animation.Frames, frame => Assert.Equal(3, frame.Channels));
        Assert.Equal("Animation 2 frames of 2 x 2, 10 a second", animation.ToString());
        Assert.Equal(TimeSpan.FromSeconds(0.2), animation.Duration);
    }

    [Fact]
    public void A_video_tensor_becomes_frames()
    {
        Animation animation = Animation.FromTensor(arange(24).reshape(2, 1, 3, 4) / 24f, 5);
        Assert.Equal((2, 4, 3), (animation.Frames.Count, animation.Frames[0].Width, animation.Frames[0].Height));
        Assert.Contains("(T, C, H, W), not (3, 4)", Assert.Throws<ArgumentException>(() => Animation.FromTensor(ones(3, 4))).Message);
    }

    [Fact]
    public void Wrong_animations_are_refused()
    {
        var picture = new Picture(2, 2, Rgb.White);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => new Animation([])).Message);
        Assert.Contains("pictures a second, not 0", Assert.Throws<ArgumentException>(() => new Animation([picture], 0)).Message);
        Assert.Contains("pictures a second, not 101", Assert.Throws<ArgumentException>(() => new Animation([picture], 101)).Message);
        Assert.Contains("-1 times", Assert.Throws<ArgumentException>(() => new Animation([picture], 1, -1)).Message);
        var error = Assert.Throws<ArgumentException>(() => new Animation([picture, new Picture(2, 3, Rgb.White)]));
        Assert.Contains("picture 1 is Picture 2 x 3", error.Message);
    }

    /// <summary>Plays a file as the PNG specification says, with the reader of still pictures for each frame's rectangle.</summary>
    private static List<Played> Play(byte[] file, out int loops)
    {
        var played = new List<Played>();
        byte[] header = [], control = [], canvas = [];
        int width = 0, sequence = 0;
        loops = -1;
        foreach ((string type, byte[] data) in Chunks(file))
        {
            switch (type)
            {
                case "IHDR":
                    header = data;
                    width = Number(data, 0);
                    canvas = new byte[width * Number(data, 4) * 3];
                    break;
                case "acTL":
                    loops = Number(data, 4);
                    break;
                case "fcTL":
                    Assert.Equal(sequence++, Number(data, 0));
                    Assert.Equal([0, 0], data[24..26]);
                    control = data;
                    break;
                case "IDAT":
                    Show(data);
                    break;
                case "fdAT":
                    Assert.Equal(sequence++, Number(data, 0));
                    Show(data[4..]);
                    break;
            }
        }

        return played;

        void Show(byte[] compressed)
        {
            using var still = new MemoryStream();
            still.Write(PngWriter.Signature);
            PngWriter.WriteChunk(still, "IHDR"u8, [.. control[4..12], .. header[8..]]);
            PngWriter.WriteChunk(still, "IDAT"u8, compressed);
            PngWriter.WriteChunk(still, "IEND"u8, []);
            Picture part = Picture.FromPng(still.ToArray()).ToRgb();
            int left = Number(control, 12), top = Number(control, 16);
            for (int y = 0; y < part.Height; y++)
                part.Pixels.Slice(y * part.Width * 3, part.Width * 3).CopyTo(canvas.AsSpan((((top + y) * width) + left) * 3));
            double numerator = BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(20));
            double seconds = numerator / BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(22));
            played.Add(new Played(new Picture(width, canvas.Length / width / 3, 3, [.. canvas]), seconds));
        }
    }

    private static IEnumerable<(string Type, byte[] Data)> Chunks(byte[] file)
    {
        for (int at = 8; at < file.Length;)
        {
            int length = Number(file, at);
            byte[] type = file[(at + 4)..(at + 8)], data = file[(at + 8)..(at + 8 + length)];
            Assert.Equal(Crc32.Of(type, data), (uint)Number(file, at + 8 + length));
            yield return (System.Text.Encoding.ASCII.GetString(type), data);
            at += 12 + length;
        }
    }

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));

    private sealed record Played(Picture Shown, double Seconds);
}
