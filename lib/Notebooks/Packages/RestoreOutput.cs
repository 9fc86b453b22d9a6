using System.Text.RegularExpressions;

namespace Notebooks.Packages;

/// <summary>Finds what matters to the reader in the output of <c>dotnet restore</c>.</summary>
internal static partial class RestoreOutput
{
    /// <summary>Its errors, one a line, without the generated project's path; the whole output when it names none.</summary>
    internal static string Errors(string output)
    {
        var errors = Lines(output, "error");
        return errors.Count > 0 ? string.Join('\n', errors) : output.Trim();
    }

    /// <summary>Its warnings.</summary>
    internal static IReadOnlyList<string> Warnings(string output) => Lines(output, "warning");

    private static List<string> Lines(string output, string kind) =>
        [.. Message().Matches(output)
            .Where(match => match.Groups["kind"].Value == kind)
            .Select(match => $"{match.Groups["code"].Value}: {match.Groups["text"].Value.Trim()}")
            .Distinct()];

    // /tmp/x/packages.csproj : error NU1101: Unable to find package X. [/tmp/x/packages.csproj]; further lines are indented.
    [GeneratedRegex(@"(?<kind>error|warning) (?<code>[A-Z]+\d+): (?<text>[^\r\n]*?(\r?\n[ \t]+-[^\r\n]*?)*)\s*(\[[^\]\r\n]*proj\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Message();
}
