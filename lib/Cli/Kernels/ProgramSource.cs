using System.Security.Cryptography;
using System.Text;

namespace Cli.Kernels;

/// <summary>The built tool that a kernel is made from: the folder with course-cli.dll, Notebooks.dll and what they need.</summary>
internal sealed class ProgramSource(string folder)
{
    private const int FingerprintDigits = 12;

    /// <summary>The tool that runs now.</summary>
    public static ProgramSource Running { get; } = new(Path.GetDirectoryName(typeof(ProgramSource).Assembly.Location)!);

    /// <summary>A short name of the content: the same for the same build, another for another.</summary>
    public string Fingerprint()
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files())
        {
            sum.AppendData(Encoding.UTF8.GetBytes(file));
            sum.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))));
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset())[..FingerprintDigits];
    }

    /// <summary>Copies the files into an empty folder.</summary>
    public void CopyTo(string target)
    {
        foreach (var file in Files())
        {
            var path = Path.Combine(target, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(Path.Combine(folder, file), path);
        }
    }

    // Symbols stay behind: a kernel's own stack traces are no part of what a notebook shows.
    private IEnumerable<string> Files() => FolderFiles.In(folder).Where(file => Path.GetExtension(file) is not ".pdb");
}
