using System.IO.Compression;
using Notebooks.Tests.Compilation;

namespace Notebooks.Tests.Packages;

/// <summary>A folder of packages made on the spot, and a NuGet.config that knows no other feed and keeps out of the user's package folder.</summary>
internal sealed class LocalFeed
{
    private readonly string root;

    /// <param name="root">A folder; NuGet.config goes into it, the packages into <paramref name="feed"/> below it.</param>
    /// <param name="feed">The folder of packages.</param>
    /// <param name="isConfigured">False leaves the feed out of NuGet.config.</param>
    internal LocalFeed(string root, string feed = "feed", bool isConfigured = true)
    {
        this.root = root;
        Folder = Path.Combine(root, feed);
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(root, "NuGet.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(root, "packages")}" /></config>
              <packageSources><clear />{(isConfigured ? $"<add key=\"local\" value=\"{Folder}\" />" : "")}</packageSources>
            </configuration>
            """);
    }

    internal string Folder { get; }

    /// <summary>Adds a package whose one assembly has the class Id.Maker with a text.</summary>
    internal void Add(string id, string version, string text, (string Id, string Version)? needs = null, string? extraCode = null, string? native = null)
    {
        string assembly = Path.Combine(root, "build", version, id + ".dll");
        Directory.CreateDirectory(Path.GetDirectoryName(assembly)!);
        Build.Library(assembly, $$"""namespace {{id}} { public static class Maker { public static string Text => "{{text}}"; {{extraCode}} } }""");
        using var package = ZipFile.Open(Path.Combine(Folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(assembly, $"lib/net8.0/{id}.dll");
        if (native is not null)
        {
            string rid = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
            package.CreateEntryFromFile(native, $"runtimes/{rid}/native/{Path.GetFileName(native)}");
        }

        string dependency = needs is { } other ? $"<dependency id=\"{other.Id}\" version=\"{other.Version}\" />" : "";
        using var specification = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
        specification.Write($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{id}</id><version>{version}</version><authors>tests</authors><description>For tests.</description>
                <dependencies><group targetFramework="net8.0">{dependency}</group></dependencies>
              </metadata>
            </package>
            """);
    }
}
