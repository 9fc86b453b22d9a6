using System.Text.Json;
using Notebooks.Documents;

namespace Notebooks.Packages;

/// <summary>Results of earlier restores, so that the next session need not ask the feed.</summary>
/// <param name="folder">Where they are kept; null for nowhere.</param>
internal sealed class RestoreCache(string? folder)
{
    /// <summary>Remembers nothing.</summary>
    internal static RestoreCache None { get; } = new(null);

    /// <summary>The user's: beside other programs' local data.</summary>
    internal static RestoreCache OfUser()
    {
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new RestoreCache(data.Length > 0 ? Path.Combine(data, "multimodal-course", "restored") : null);
    }

    /// <summary>An earlier result whose files are all still there; null when there is none.</summary>
    internal RestoredPackages? Find(string fingerprint)
    {
        try
        {
            return folder is not null
                && JsonSerializer.Deserialize<RestoredPackages>(File.ReadAllBytes(PathOf(fingerprint))) is { } known
                && known.IsComplete() ? known : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps a result. Without a place to write to, the next session restores again.</summary>
    internal void Keep(string fingerprint, RestoredPackages result)
    {
        try
        {
            if (folder is not null)
            {
                Directory.CreateDirectory(folder);
                AtomicFile.Write(PathOf(fingerprint), JsonSerializer.SerializeToUtf8Bytes(result));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private string PathOf(string fingerprint) => Path.Combine(folder!, fingerprint + ".json");
}
