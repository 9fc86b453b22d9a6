using Notebooks.Documents;

namespace Notebooks.Tests.Documents;

public sealed class AtomicFileTests
{
    [Fact]
    public void Writing_replaces_the_file_and_leaves_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.ipynb");
        AtomicFile.Write(path, "one"u8);
        AtomicFile.Write(path, "two"u8);
        Assert.Equal("two", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_failed_write_keeps_the_old_file_and_removes_the_temporary_one()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("a.ipynb"));
        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(folder.File("a.ipynb"), "two"u8));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
