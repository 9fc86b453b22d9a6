using System.Security.Cryptography;
using Cli.DataSets;

namespace Cli.Kernels;

/// <summary>
/// A copy of the tool inside a kernel's folder, from which the kernel runs: a rebuild of the course cannot pull files from under it. The
/// folder's name holds a fingerprint of its source, so a new build gets a folder of its own.
/// </summary>
internal sealed class PublishedCopy(string folder)
{
    /// <summary>What every copy's name begins with.</summary>
    public const string Prefix = "app-";

    /// <summary>The program in it.</summary>
    private const string ProgramFile = "course-cli.dll";

    /// <summary>Opened for as long as a kernel runs from the copy; the system closes it even after a crash.</summary>
    private const string HoldFile = "in-use";

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>The folder's name.</summary>
    public string Name => Path.GetFileName(folder);

    /// <summary>The assembly to start.</summary>
    public string Program => Path.Combine(folder, ProgramFile);

    /// <summary>The copies in a kernel's folder.</summary>
    public static IEnumerable<PublishedCopy> In(string kernelFolder) =>
        Directory.Exists(kernelFolder)
            ? Directory.EnumerateDirectories(kernelFolder, Prefix + "*").Order(StringComparer.Ordinal).Select(path => new PublishedCopy(path))
            : [];

    /// <summary>
    /// Keeps the copy that this process runs from until the result is disposed of. Null when the process runs from no copy, or its file
    /// system knows no locks.
    /// </summary>
    public static IDisposable? Hold(string programFolder)
    {
        try
        {
            return new FileStream(Path.Combine(programFolder, HoldFile), FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>True when it was made from the build with the given fingerprint.</summary>
    public bool IsOf(string build) => Name.StartsWith(Prefix + build, StringComparison.Ordinal);

    /// <summary>True while a kernel runs from it.</summary>
    public bool IsInUse()
    {
        var file = Path.Combine(folder, HoldFile);
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Notes the checksum of every file, once the copy is complete.</summary>
    public void Seal()
    {
        File.WriteAllText(Path.Combine(folder, HoldFile), "");
        var lines = FolderFiles.In(folder).Where(IsSealed).Select(file => $"{Sha256(Path.Combine(folder, file))}  {file}");
        File.WriteAllLines(Path.Combine(folder, ChecksumList.FileName), lines);
    }

    /// <summary>What is wrong with the copy; null when every file is as it was installed.</summary>
    public string? Damage()
    {
        var list = Path.Combine(folder, ChecksumList.FileName);
        if (!Directory.Exists(folder))
        {
            return "the published copy is missing";
        }

        if (new[] { list, Program }.FirstOrDefault(path => !File.Exists(path)) is { } missing)
        {
            return $"{Path.GetFileName(missing)} is missing";
        }

        try
        {
            foreach (var (file, sum) in ChecksumList.Read(list, ChecksumList.FileName))
            {
                var path = Path.Combine(folder, file);
                if (!File.Exists(path) || Sha256(path) != sum)
                {
                    return $"{file} is {(File.Exists(path) ? "changed" : "missing")}";
                }
            }

            return null;
        }
        catch (Exception e) when (e is CourseException or IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    private static bool IsSealed(string file) => file is not (HoldFile or ChecksumList.FileName);

    private static string Sha256(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
