using Course.Tests.Support;
using Course.Vision;

namespace Course.Tests.Packages;

/// <summary>Picture files by ImageSharp.</summary>
public sealed class PictureDecoderTests
{
    [Theory]
    [InlineData("ramp.bmp", 0)]
    [InlineData("ramp.webp", 0)]
    [InlineData("ramp.jpg", 12)]
    [InlineData("ramp.gif", 40)]
    public void A_picture_is_the_same_in_every_format(string name, int tolerance)
    {
        Picture expected = Picture.Load(Repository.Fixture("pictures", "ramp.png"));
        Picture actual = Picture.Load(Repository.Fixture("pictures", name));
        Assert.Equal((expected.Width, expected.Height, 3), (actual.Width, actual.Height, actual.Channels));
        for (int i = 0; i < expected.Pixels.Length; i++)
            Assert.InRange(Math.Abs(expected.Pixels[i] - actual.Pixels[i]), 0, tolerance);
    }

    [Fact]
    public void Tiff_is_not_read() => Assert.Contains(
        "is a TIFF file, which is not read here", Assert.Throws<NotSupportedException>(() => Picture.Load(Repository.Fixture("pictures", "ramp.tiff"))).Message);

    [Fact]
    public void A_damaged_file_is_named()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, File.ReadAllBytes(Repository.Fixture("pictures", "ramp.jpg"))[..40]);
            Assert.Contains($"{path}: damaged JPEG file", Assert.Throws<InvalidDataException>(() => Picture.Load(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
