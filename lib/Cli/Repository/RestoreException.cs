using System.Text.RegularExpressions;

namespace Cli.Repository;

/// <summary>A stack cannot be built because its packages cannot be had. The message says which, and what to do.</summary>
internal sealed partial class RestoreException : CourseException
{
    private RestoreException(string stack, string cause, string advice) : base($"the {stack} stack cannot be restored: {cause}. {advice}") =>
        (Cause, Advice) = (cause, advice);

    /// <summary>What went wrong.</summary>
    public string Cause { get; }

    /// <summary>What to do.</summary>
    public string Advice { get; }

    /// <summary>Reads what a failed build printed; null when it failed for another reason.</summary>
    public static RestoreException? From(string stack, string output)
    {
        string[] missing = [.. Missing().Matches(output).Select(match => match.Groups[1].Value).Distinct()];
        var unreachable = Unreachable().Match(output);
        var cause = missing.Length > 0 ? $"no package source of this machine has {string.Join(", ", missing)}"
            : unreachable.Success ? $"a package source cannot be reached ({unreachable.Groups[1].Value.Trim().TrimEnd('.')})"
            : null;
        return cause is null ? null : new RestoreException(
            stack, cause,
            "'dotnet nuget list source' shows the sources; 'dotnet nuget add source https://api.nuget.org/v3/index.json -n nuget.org' adds "
            + $"the public gallery. The {Stacks.Embedded} stack needs no packages: leave out --stack and {Stacks.Variable}, or add --fallback.");
    }

    // NU1101: no such package. NU1102, NU1103: not in this version.
    [GeneratedRegex(@"error NU110[123]: Unable to find(?: a stable)? package (\S+?)(?=\.? )")]
    private static partial Regex Missing();

    [GeneratedRegex(@"error NU1301: ([^\r\n\[]+)")]
    private static partial Regex Unreachable();
}
