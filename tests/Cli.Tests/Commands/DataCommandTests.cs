using System.Security.Cryptography;
using System.Text;

namespace Cli.Tests.Commands;

public sealed class DataCommandTests : IDisposable
{
    private static readonly string HashOfGood = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("good")));

    private readonly TestRepository _course = new();

    public DataCommandTests()
    {
        _course.Write("datasets/toys/README.md", "# Toys, small\n");
        _course.Write("datasets/toys/sub/a.bin", "good");
        _course.Write("datasets/toys/b.bin", "good");
        _course.Write("datasets/toys/checksums.sha256", $"{HashOfGood}  sub/a.bin\n{HashOfGood.ToUpperInvariant()} *b.bin\n");
    }

    [Fact]
    public async Task Sound_data_is_counted()
    {
        Assert.Equal(0, await _course.CourseAsync(["data", "verify"]));
        Assert.Equal("toys: 2 files, 0.0 MB, all correct\n", _course.Output.ToString());
    }

    [Fact]
    public async Task A_missing_file_and_a_flipped_byte_are_named_with_both_checksums()
    {
        File.Delete(_course.Path("datasets/toys/sub/a.bin"));
        _course.Write("datasets/toys/b.bin", "goof");
        Assert.Equal(1, await _course.CourseAsync(["data", "verify", "toys"]));
        var found = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("goof")));
        Assert.Equal(
            $"""
            datasets/toys/sub/a.bin is missing. Restore it with 'git checkout -- datasets/toys'.
            datasets/toys/b.bin has wrong content: expected SHA-256 {HashOfGood}, found {found}. Restore it with 'git checkout -- datasets/toys'.

            """,
            _course.Error.ToString());
        Assert.Contains("2 missing or wrong", _course.Output.ToString());
    }

    [Fact]
    public async Task A_data_set_without_checksums_is_not_sound()
    {
        File.Delete(_course.Path("datasets/toys/checksums.sha256"));
        Assert.Equal(1, await _course.CourseAsync(["data", "verify"]));
        Assert.Contains("datasets/toys/checksums.sha256 is missing", _course.Error.ToString());
    }

    [Theory]
    [InlineData("abc  a.bin", "datasets/toys/checksums.sha256(1): expected 64 hexadecimal digits")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000  ../../x", "leads out of the data set's folder")]
    public async Task A_bad_list_is_refused(string list, string message)
    {
        _course.Write("datasets/toys/checksums.sha256", list);
        Assert.Equal(1, await _course.CourseAsync(["data", "verify"]));
        Assert.Contains(message, _course.Error.ToString());
    }

    [Fact]
    public async Task An_unknown_data_set_is_refused_with_the_nearest_name()
    {
        Assert.Equal(1, await _course.CourseAsync(["data", "verify", "tois"]));
        Assert.Contains("there is no data set 'tois'. Did you mean 'toys'? Data sets: toys.", _course.Error.ToString());
    }

    [Fact]
    public async Task List_shows_names_and_titles()
    {
        Assert.Equal(0, await _course.CourseAsync(["data", "list"]));
        Assert.Equal("toys: Toys, small\n", _course.Output.ToString());
    }

    public void Dispose() => _course.Dispose();
}
