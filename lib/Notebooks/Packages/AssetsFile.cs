using System.Text.Json.Nodes;

namespace Notebooks.Packages;

/// <summary>Reads project.assets.json, in which a restore notes what it chose.</summary>
internal static class AssetsFile
{
    private const string Placeholder = "_._";

    /// <summary>The packages and files for the machine that the restore was made for.</summary>
    internal static RestoredPackages Read(string path, IReadOnlyList<string> warnings)
    {
        var json = JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
        string[] roots = [.. json["packageFolders"]!.AsObject().Select(folder => folder.Key)];

        // Two targets: the framework alone, and the framework on this machine. The second has the native files.
        var target = json["targets"]!.AsObject().OrderBy(entry => entry.Key.Length).Last().Value!.AsObject();
        var packages = new List<RestoredPackage>();
        List<string> compile = [], runtime = [], native = [];
        foreach (var (name, library) in target)
        {
            if ((string?)library!["type"] != "package")
            {
                continue;
            }

            string[] parts = name.Split('/');
            packages.Add(new RestoredPackage(parts[0], parts[1]));
            string folder = (string)json["libraries"]![name]!["path"]!;
            compile.AddRange(Files(library["compile"], roots, folder));
            runtime.AddRange(Files(library["runtime"], roots, folder));
            native.AddRange(Files(library["native"], roots, folder));
        }

        return new RestoredPackages(packages, compile, runtime, native, warnings);
    }

    private static IEnumerable<string> Files(JsonNode? group, string[] roots, string folder) =>
        (group as JsonObject ?? []).Select(entry => entry.Key)
            .Where(file => Path.GetFileName(file) != Placeholder)
            .Select(file => roots.Select(root => Path.GetFullPath(Path.Combine(root, folder, file))) is var places
                ? places.FirstOrDefault(File.Exists) ?? places.First()
                : file);
}
