using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Notebooks.Packages;

/// <summary>The project whose restore finds the packages of a session.</summary>
/// <param name="Requests">The packages asked for.</param>
/// <param name="Sources">Feeds and folders to look in, besides those of NuGet.config.</param>
/// <param name="ConfigFolder">The folder whose NuGet.config, and those above it, apply: the notebook's.</param>
internal sealed record RestoreProject(IReadOnlyList<PackageRequest> Requests, IReadOnlyList<string> Sources, string ConfigFolder)
{
    private const string Newest = "*";

    /// <summary>False when the same request may give another version tomorrow.</summary>
    internal bool IsFixed => Requests.All(request => request.Version is { } version && !version.Contains('*'));

    /// <summary>
    /// The project file. It imports the SDK by hand, so that no Directory.Build.props of a folder above takes part.
    /// </summary>
    internal string ToXml() => new XElement(
        "Project",
        new XElement(
            "PropertyGroup",
            new XElement("ImportDirectoryBuildProps", "false"),
            new XElement("ImportDirectoryBuildTargets", "false"),
            new XElement("ImportDirectoryPackagesProps", "false")),
        new XElement("Import", new XAttribute("Project", "Sdk.props"), new XAttribute("Sdk", "Microsoft.NET.Sdk")),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
            new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
            new XElement("SelfContained", "false"),
            new XElement("UseAppHost", "false"),
            new XElement("NuGetAudit", "false"),
            new XElement("RestoreRootConfigDirectory", ConfigFolder),
            new XElement("RestoreAdditionalProjectSources", string.Join(';', Sources))),
        new XElement("ItemGroup", Requests.Select(request => new XElement(
            "PackageReference", new XAttribute("Include", request.Id), new XAttribute("Version", request.Version ?? Newest)))),
        new XElement("Import", new XAttribute("Project", "Sdk.targets"), new XAttribute("Sdk", "Microsoft.NET.Sdk"))).ToString();

    /// <summary>A name for the result: the same for the same project and NuGet.config files.</summary>
    internal string Fingerprint()
    {
        var text = new StringBuilder(ToXml());
        for (var folder = new DirectoryInfo(ConfigFolder); folder is not null; folder = folder.Parent)
        {
            foreach (var config in folder.EnumerateFiles("nuget.config", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive }))
            {
                text.Append(config.FullName).Append(File.ReadAllText(config.FullName));
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..24];
    }
}
