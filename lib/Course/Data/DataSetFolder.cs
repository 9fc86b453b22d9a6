using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Course.Data;

/// <summary>
/// One data set of the course, datasets/NAME, with the SHA-256 of each file in checksums.sha256. A file is compared with its checksum the
/// first time it is asked for, so that nobody trains on damaged data.
/// </summary>
public sealed class DataSetFolder
{
    private const string ChecksumFile = "checksums.sha256";
    private const string ParentFolder = "datasets";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly Dictionary<string, string> _checksums;
    private readonly ConcurrentDictionary<string, bool> _verified = new();

    private DataSetFolder(string root, Dictionary<string, string> checksums) => (Root, _checksums) = (root, checksums);

    /// <summary>The data set's name, which is its folder's.</summary>
    public string Name => Path.GetFileName(Root);

    /// <summary>The folder's full path.</summary>
    public string Root { get; }

    /// <summary>Finds datasets/<paramref name="name"/> in the working directory or above it, or above the folder of the program.</summary>
    /// <exception cref="DataSetException">There is none.</exception>
    public static DataSetFolder Find(string name)
    {
        string library = Path.GetDirectoryName(typeof(DataSetFolder).Assembly.Location) ?? "";
        string[] starts = [Environment.CurrentDirectory, AppContext.BaseDirectory, library];
        foreach (string start in starts.Where(start => start.Length > 0))
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, ParentFolder, name, ChecksumFile)))
                    return Open(Path.Combine(folder.FullName, ParentFolder, name));
        throw new DataSetException(
            $"data set {name} not found: no folder {ParentFolder}/{name} with {ChecksumFile} in {Environment.CurrentDirectory} or above; " +
            $"work inside the course's repository, and restore the data with: git checkout -- {ParentFolder}/{name}");
    }

    /// <summary>Opens the data set in <paramref name="folder"/>.</summary>
    /// <exception cref="DataSetException">It has no list of checksums, or the list cannot be read.</exception>
    public static DataSetFolder Open(string folder)
    {
        string list = Path.Combine(folder, ChecksumFile);
        if (!File.Exists(list)) throw new DataSetException($"{list} is missing; {Remedy(folder)}");
        var checksums = new Dictionary<string, string>();
        foreach (string line in File.ReadLines(list).Where(line => line.Length > 0))
        {
            // The format of sha256sum: 64 hexadecimal digits, two characters, the path.
            if (line.Length < 67 || line.AsSpan(0, 64).ContainsAnyExcept(HexDigits))
                throw new DataSetException($"{list}: \"{line}\" is not a checksum and a path; {Remedy(folder)}");
            checksums[line[66..]] = line[..64].ToLowerInvariant();
        }

        return new DataSetFolder(Path.GetFullPath(folder), checksums);
    }

    /// <summary>The full path of a file of the data set, compared with its checksum the first time.</summary>
    /// <exception cref="DataSetException">The file is missing or changed.</exception>
    public string FilePath(string relativePath)
    {
        if (!_verified.ContainsKey(relativePath))
        {
            if (!_checksums.ContainsKey(relativePath))
                throw new DataSetException(
                    $"data set {Name} has no file {relativePath} in {ChecksumFile}; it has {string.Join(", ", _checksums.Keys)}");
            if (Check(relativePath) is { } problem) throw new DataSetException(problem);
            _verified[relativePath] = true;
        }

        return Path.Combine(Root, relativePath);
    }

    private string? Check(string relativePath)
    {
        string path = Path.Combine(Root, relativePath);
        if (!File.Exists(path)) return $"{path} is missing; {Remedy(Root, relativePath)}";
        using FileStream file = File.OpenRead(path);
        string actual = Convert.ToHexStringLower(SHA256.HashData(file));
        string expected = _checksums[relativePath];
        if (actual == expected) return null;
        return $"{path} has changed: SHA-256 is {actual}, expected {expected}; {Remedy(Root, relativePath)}";
    }

    private static string Remedy(string folder, string relativePath = "")
    {
        string path = $"{ParentFolder}/{Path.GetFileName(Path.GetFullPath(folder))}/{relativePath}".TrimEnd('/');
        return $"restore it with: git checkout -- {path}";
    }
}
