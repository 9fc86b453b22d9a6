using System.Text.Json;

namespace ManagedTorch.Tests;

/// <summary>Reads the files under tests/fixtures.</summary>
internal static class Fixture
{
    private static readonly Lazy<string> Folder = new(FindFolder);

    public static string PathOf(string relative) => Path.Combine(Folder.Value, relative);

    public static JsonElement Json(string relative) => JsonDocument.Parse(File.ReadAllText(PathOf(relative))).RootElement;

    private static string FindFolder()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = Path.Combine(at.FullName, "tests", "fixtures");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }
        throw new DirectoryNotFoundException($"no folder tests/fixtures above {AppContext.BaseDirectory}");
    }
}
