using System.Text.RegularExpressions;

namespace Cli.DataSets;

/// <summary>A checksums.sha256 file: lines of a SHA-256 in hexadecimal, two blanks (or a blank and '*'), and a path.</summary>
internal static partial class ChecksumList
{
    public const string FileName = "checksums.sha256";

    /// <summary>Reads the list.</summary>
    /// <exception cref="CourseException">A line is something else, or its path leaves the data set's folder.</exception>
    public static IReadOnlyList<(string Path, string Sha256)> Read(string file, string shown)
    {
        var entries = new List<(string, string)>();
        var lines = File.ReadAllLines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            var match = Line().Match(lines[i]);
            if (!match.Success)
            {
                throw new CourseException($"{shown}({i + 1}): expected 64 hexadecimal digits, two blanks and a path.");
            }

            var path = match.Groups["path"].Value;
            if (System.IO.Path.IsPathRooted(path) || path.Split('/', '\\').Contains(".."))
            {
                throw new CourseException($"{shown}({i + 1}): the path {path} leads out of the data set's folder.");
            }

            entries.Add((path, match.Groups["hash"].Value.ToLowerInvariant()));
        }

        return entries;
    }

    [GeneratedRegex(@"^(?<hash>[0-9a-fA-F]{64}) [ *](?<path>.+?)\s*$")]
    private static partial Regex Line();
}
