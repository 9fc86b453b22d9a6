using Course.Vision;

namespace Course.Tests.Packages;

/// <summary>Picture files on the stack that needs no packages.</summary>
public sealed class PictureDecoderTests
{
    [Theory]
    [InlineData("JPEG", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 })]
    [InlineData("GIF", new byte[] { 0x47, 0x49, 0x46, 0x38, 0x39, 0x61 })]
    [InlineData("BMP", new byte[] { 0x42, 0x4D, 0, 0 })]
    [InlineData("WebP", new byte[] { 0x52, 0x49, 0x46, 0x46, 9, 9, 9, 9, 0x57, 0x45, 0x42, 0x50 })]
    [InlineData("TIFF", new byte[] { 0x4D, 0x4D, 0, 0x2A })]
    public void Another_format_than_Png_names_the_stacks_that_read_it(string format, byte[] start)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, start);
            string message = Assert.Throws<NotSupportedException>(() => Picture.Load(path)).Message;
            Assert.StartsWith($"{path} is a {format} file, and the embedded stack reads PNG only. The stacks cpu and cuda read", message);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
