using System.Buffers.Binary;
using System.IO.Compression;
using Course.Tests.Support;
using Course.Vision;
using Course.Vision.Png;

namespace Course.Tests.Vision;

public sealed class PngTests
{
    /// <summary>Files made by tests/fixtures/png/make.py, which shares no code with the reader, and the pixels they must give.</summary>
    public static TheoryData<string> Fixtures =>
        [.. Directory.EnumerateFiles(Repository.Fixture("png"), "*.png").Select(path => Path.GetFileName(path)!).Order()];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Reads_every_kind_of_png(string name)
    {
        string path = Repository.Fixture("png", name);
        PngPixels actual = PngReader.Read(File.ReadAllBytes(path), name);
        byte[] expected = File.ReadAllBytes(Path.ChangeExtension(path, ".rgba"));
        Assert.Equal(expected, actual.Rgba);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 1, 3)]
    [InlineData(7, 5, 1)]
    [InlineData(64, 33, 3)]
    public void Writes_what_it_reads(int width, int height, int channels)
    {
        var pixels = new byte[width * height * channels];
        new Random(width).NextBytes(pixels);
        Picture read = Picture.FromPng(new Picture(width, height, channels, pixels).ToPng());
        Assert.Equal((width, height, channels), (read.Width, read.Height, read.Channels));
        Assert.Equal(pixels, read.Pixels.ToArray());
    }

    [Fact]
    public void Transparent_parts_show_the_background()
    {
        byte[] png = Png(1, 1, 8, PngColorType.Rgba, [0, 200, 100, 50, 0]);
        Assert.Equal(Rgb.White, Picture.FromPng(png)[0, 0]);
        Assert.Equal(new Rgb(1, 2, 3), Picture.FromPng(png, background: new Rgb(1, 2, 3))[0, 0]);
    }

    [Fact]
    public void A_flipped_byte_names_file_and_chunk()
    {
        byte[] png = new Picture(4, 4, 1, new byte[16]).ToPng();
        png[^20] ^= 0x40;
        var error = Assert.Throws<InvalidDataException>(() => Picture.FromPng(png, "shoe.png"));
        Assert.Contains("shoe.png: damaged PNG file: chunk IDAT has checksum", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_file_says_where_it_ends()
    {
        byte[] png = new Picture(4, 4, 1, new byte[16]).ToPng();
        Assert.Contains("ends after chunk IDAT, without IEND", Error(png[..^12]), StringComparison.Ordinal);
        Assert.Contains("chunk IDAT says it has", Error(png[..^20]), StringComparison.Ordinal);
        Assert.Contains("not a PNG file", Error([1, 2, 3]), StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_contents_are_told_apart()
    {
        Assert.Contains("chunk IDAT holds 3 of 5 bytes", Error(Png(4, 1, 8, PngColorType.Grey, [0, 1, 2])), StringComparison.Ordinal);
        Assert.Contains("uses filter 9", Error(Png(1, 1, 8, PngColorType.Grey, [9, 1])), StringComparison.Ordinal);
        Assert.Contains("PLTE is missing", Error(Png(1, 1, 8, PngColorType.Palette, [0, 1])), StringComparison.Ordinal);
        Assert.Contains("which PNG does not have", Error(Png(1, 1, 4, PngColorType.Rgb, [0, 1])), StringComparison.Ordinal);
        Assert.Contains("size of 0 x 1", Error(Png(0, 1, 8, PngColorType.Grey, [0, 1])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_picture_names_its_folder()
    {
        var error = Assert.Throws<FileNotFoundException>(() => Picture.Load("no-such-folder/shoe.png"));
        Assert.Contains("no-such-folder/shoe.png: no such picture", error.Message, StringComparison.Ordinal);
    }

    private static string Error(byte[] png) => Assert.Throws<InvalidDataException>(() => Picture.FromPng(png)).Message;

    /// <summary>A PNG file with the given rows, filter bytes included.</summary>
    private static byte[] Png(int width, int height, byte depth, PngColorType type, byte[] rows)
    {
        using var file = new MemoryStream();
        file.Write(PngWriter.Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, (byte)type);
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(rows);
        Chunk("IHDR"u8, header);
        Chunk("IDAT"u8, compressed.ToArray());
        Chunk("IEND"u8, []);
        return file.ToArray();

        void Chunk(ReadOnlySpan<byte> name, byte[] data)
        {
            var word = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
            file.Write(word);
            file.Write(name);
            file.Write(data);
            BinaryPrimitives.WriteUInt32BigEndian(word, Crc32.Of(name, data));
            file.Write(word);
        }
    }
}
