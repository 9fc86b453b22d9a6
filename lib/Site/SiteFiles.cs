using System.Text;

namespace Site;

/// <summary>The files of a site, by their path in it with forward slashes.</summary>
public sealed class SiteFiles
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Every file, ordered by path.</summary>
    public IReadOnlyDictionary<string, byte[]> All => _files;

    /// <summary>Adds a file.</summary>
    /// <exception cref="ArgumentException">The path is taken.</exception>
    public void Add(string path, byte[] content) => _files.Add(path, content);

    /// <summary>Adds a text file in UTF-8.</summary>
    public void Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes every file below the folder, which is made when it is missing. Other files in it stay.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public void WriteTo(string folder)
    {
        foreach (var (path, content) in _files)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, content);
        }
    }
}
