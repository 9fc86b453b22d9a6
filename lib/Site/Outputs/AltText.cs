using System.Text.RegularExpressions;

namespace Site.Outputs;

/// <summary>What a picture shows, in words.</summary>
internal static partial class AltText
{
    private const int Longest = 300;

    /// <summary>
    /// The section that the picture stands in and the plain text that the notebook stored beside it. Rows of numbers are left out,
    /// and a text that goes on for long is cut at a line.
    /// </summary>
    public static string Of(string section, string plain)
    {
        var kept = new List<string>();
        var length = 0;
        var lines = plain.Split('\n').Select(line => Blanks().Replace(line, " ").Trim());
        foreach (var line in lines.Where(line => line.Any(char.IsLetter)).Distinct())
        {
            if (kept.Count > 0 && length + line.Length > Longest)
            {
                break;
            }

            kept.Add(line.Length > Longest ? line[..Longest] : line);
            length += line.Length;
        }

        return section.Length == 0 ? string.Join("; ", kept) : $"{section}: {string.Join("; ", kept)}";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
