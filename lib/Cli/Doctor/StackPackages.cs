using System.Text.Json;

namespace Cli.Doctor;

/// <summary>The packages that lib/Course was built with, from the list of its dependencies that the build writes.</summary>
internal static class StackPackages
{
    // The rest are packages of these packages.
    private static readonly string[] Named =
        ["TorchSharp", "libtorch-", "SixLabors.ImageSharp", "Microsoft.ML.Tokenizers", "Microsoft.Data.Analysis", "Plotly.NET"];

    /// <summary>Names and versions: "SixLabors.ImageSharp 3.1.12".</summary>
    public static IReadOnlyList<string> In(string folder)
    {
        using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "Course.deps.json")));
        return [.. list.RootElement.GetProperty("libraries").EnumerateObject()
            .Select(library => library.Name)
            .Where(name => Array.Exists(Named, package => name.StartsWith(package, StringComparison.Ordinal)) && !IsFragment(name))
            .Select(name => name.Replace('/', ' '))
            .Order(StringComparer.Ordinal)];
    }

    // libtorch for CUDA comes in parts, because a package has a size limit.
    private static bool IsFragment(string name) => name.Contains("-part", StringComparison.Ordinal);
}
