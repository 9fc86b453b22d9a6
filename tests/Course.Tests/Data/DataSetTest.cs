using System.Security.Cryptography;
using Course.Data;
using Course.Vision;

namespace Course.Tests.Data;

/// <summary>A test that also makes data sets of its own, with checksums that fit, to see what a reader says of wrong ones.</summary>
public abstract class DataSetTest : IDisposable
{
    private protected string Folder { get; } = Directory.CreateTempSubdirectory("data-set").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>The reader under test.</summary>
    private protected abstract object LoadFrom(string folder);

    private protected void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), content);
        WriteChecksums();
    }

    private protected void WritePicture(string name, int width, int height, Rgb colour)
    {
        new Picture(width, height, colour).Save(PathOf(name));
        WriteChecksums();
    }

    private protected void WriteChecksums() => File.WriteAllLines(
        PathOf("checksums.sha256"),
        Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".sha256", StringComparison.Ordinal))
            .Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}  " +
                Path.GetRelativePath(Folder, file).Replace('\\', '/')));

    /// <summary>One line that holds <paramref name="message"/>.</summary>
    private protected void AssertFails(string message)
    {
        string actual = Assert.Throws<DataSetException>(() => LoadFrom(Folder)).Message;
        Assert.Contains(message, actual, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', actual);
    }

    private protected string PathOf(string name) => Path.Combine(Folder, name);
}
