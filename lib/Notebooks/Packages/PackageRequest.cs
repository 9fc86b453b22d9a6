using System.Text.RegularExpressions;

namespace Notebooks.Packages;

/// <summary>A package as a cell asks for it: <c>#r "nuget: Id, Version"</c>.</summary>
/// <param name="Id">The package's name.</param>
/// <param name="Version">A version (this one or the next above that exists), a range, or null for the newest stable one.</param>
internal sealed partial record PackageRequest(string Id, string? Version)
{
    /// <summary>What such a directive's argument begins with.</summary>
    internal const string Prefix = "nuget:";

    /// <summary>Reads the argument of <c>#r</c>; null when it is no request for a package or not well formed.</summary>
    internal static PackageRequest? Parse(string argument)
    {
        var match = Pattern().Match(argument);
        if (!match.Success)
        {
            return null;
        }

        string version = match.Groups["version"].Value.Trim();
        return new PackageRequest(match.Groups["id"].Value, version.Length == 0 ? null : version);
    }

    public override string ToString() => Version is null ? Id : $"{Id} {Version}";

    // Versions: 1.2.3, 1.2.3-beta.4, 1.2.*, *-*, [1.0, 2.0), (,2.0].
    [GeneratedRegex(@"\A\s*nuget:\s*(?<id>[A-Za-z0-9_][A-Za-z0-9_.-]*)\s*(,(?<version>[-\s0-9A-Za-z.*+,\[\]()]*))?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
