using System.Security.Cryptography;
using Cli.Repository;

namespace Cli.DataSets;

/// <summary>A folder of datasets/ and the files that its checksum list names.</summary>
internal sealed class DataSet
{
    private readonly string _folder;
    private readonly string _shown;

    public DataSet(CourseRepository repository, string folder)
    {
        _folder = folder;
        _shown = repository.Display(folder);
    }

    /// <summary>The folder's name.</summary>
    public string Name => Path.GetFileName(_folder);

    /// <summary>First line of the README, without its mark.</summary>
    public string Title
    {
        get
        {
            var readme = Path.Combine(_folder, "README.md");
            var first = File.Exists(readme) ? File.ReadLines(readme).FirstOrDefault(line => line.Trim().Length > 0) : null;
            return first?.TrimStart('#').Trim() ?? "";
        }
    }

    /// <summary>The data sets of a repository, in order of name.</summary>
    public static IReadOnlyList<DataSet> All(CourseRepository repository) => Directory.Exists(repository.DataSets)
        ? [.. Directory.GetDirectories(repository.DataSets).Order(StringComparer.Ordinal).Select(folder => new DataSet(repository, folder))]
        : [];

    /// <summary>Compares every listed file with its checksum.</summary>
    public DataSetState Verify()
    {
        var list = Path.Combine(_folder, ChecksumList.FileName);
        if (!File.Exists(list))
        {
            return new DataSetState(0, 0, [$"{_shown}/{ChecksumList.FileName} is missing. {Advice}"]);
        }

        var problems = new List<string>();
        var bytes = 0L;
        var entries = ChecksumList.Read(list, $"{_shown}/{ChecksumList.FileName}");
        foreach (var (path, expected) in entries)
        {
            var file = Path.Combine(_folder, path);
            if (!File.Exists(file))
            {
                problems.Add($"{_shown}/{path} is missing. {Advice}");
                continue;
            }

            using var stream = File.OpenRead(file);
            bytes += stream.Length;
            var actual = Convert.ToHexStringLower(SHA256.HashData(stream));
            if (actual != expected)
            {
                problems.Add($"{_shown}/{path} has wrong content: expected SHA-256 {expected}, found {actual}. {Advice}");
            }
        }

        return new DataSetState(entries.Count, bytes, problems);
    }

    private string Advice => $"Restore it with 'git checkout -- {_shown}'.";
}
