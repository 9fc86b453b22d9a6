using System.Security.Cryptography;
using Course.Data;

namespace Course.Tests.Data;

public sealed class DataSetFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("toys").FullName;

    public DataSetFolderTests()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "hello");
        File.WriteAllText(Path.Combine(_folder, "checksums.sha256"), $"{Hash("hello")}  a.txt\n{Hash("gone")}  b.txt\n");
    }

    [Fact]
    public void An_unchanged_file_is_given() => Assert.Equal("hello", File.ReadAllText(DataSetFolder.Open(_folder).FilePath("a.txt")));

    [Fact]
    public void A_flipped_byte_is_told_with_both_checksums_and_the_remedy()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "hellp");
        string message = Assert.Throws<DataSetException>(() => DataSetFolder.Open(_folder).FilePath("a.txt")).Message;
        Assert.Contains("a.txt has changed", message, StringComparison.Ordinal);
        Assert.Contains(Hash("hellp"), message, StringComparison.Ordinal);
        Assert.Contains(Hash("hello"), message, StringComparison.Ordinal);
        Assert.EndsWith($"git checkout -- datasets/{Path.GetFileName(_folder)}/a.txt", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_missing_file_is_told()
    {
        string message = Assert.Throws<DataSetException>(() => DataSetFolder.Open(_folder).FilePath("b.txt")).Message;
        Assert.Contains("b.txt is missing; restore it with: git checkout", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_checksum_is_refused() =>
        Assert.Contains("has no file c.txt", Assert.Throws<DataSetException>(() => DataSetFolder.Open(_folder).FilePath("c.txt")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_damaged_list_is_told()
    {
        File.WriteAllText(Path.Combine(_folder, "checksums.sha256"), "nonsense\n");
        Assert.Contains("\"nonsense\" is not a checksum and a path",
            Assert.Throws<DataSetException>(() => DataSetFolder.Open(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_data_set_says_where_it_was_looked_for() =>
        Assert.Contains("data set unicorns not found", Assert.Throws<DataSetException>(() => DataSetFolder.Find("unicorns")).Message,
            StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
