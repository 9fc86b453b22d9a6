using System.IO.Compression;
using Course.Data;

namespace Course.Tests.Data;

public sealed class IdxTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("idx").FullName;

    [Fact]
    public void Reads_plain_and_compressed_files()
    {
        byte[] file = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6];
        foreach (string path in new[] { Write("a.idx", file), Write("a.idx.gz", Compress(file)) })
        {
            IdxArray array = IdxArray.Load(path);
            Assert.Equal([2, 3], array.Dimensions);
            Assert.Equal([1, 2, 3, 4, 5, 6], array.Data);
        }
    }

    [Theory]
    [InlineData("ends within its header", 0, 0)]
    [InlineData("not an IDX file", 1, 0, 8, 1)]
    [InlineData("type 0x0d", 0, 0, 13, 1, 0, 0, 0, 1, 0)]
    [InlineData("ends within its dimensions", 0, 0, 8, 2, 0, 0, 0, 2)]
    [InlineData("ends within its 3 elements", 0, 0, 8, 1, 0, 0, 0, 3, 1, 2)]
    [InlineData("goes on after its 1 elements", 0, 0, 8, 1, 0, 0, 0, 1, 1, 2)]
    [InlineData("its dimensions are -1", 0, 0, 8, 1, 255, 255, 255, 255)]
    public void Says_what_is_wrong(string problem, params int[] bytes)
    {
        string path = Write("bad.idx", bytes.Select(b => (byte)b).ToArray());
        var error = Assert.Throws<InvalidDataException>(() => IdxArray.Load(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_archive_is_named()
    {
        string path = Write("bad.gz", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        Assert.StartsWith($"{path}: cannot be decompressed", Assert.Throws<InvalidDataException>(() => IdxArray.Load(path)).Message,
            StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static byte[] Compress(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionMode.Compress)) gzip.Write(content);
        return stream.ToArray();
    }
}
