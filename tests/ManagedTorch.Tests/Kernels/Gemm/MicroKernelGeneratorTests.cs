using System.Runtime.CompilerServices;
using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels.Gemm;

/// <summary>
/// The committed microkernels are what the generator writes. To write them again:
/// <c>REGENERATE=1 dotnet test tests/ManagedTorch.Tests --filter MicroKernelGeneratorTests</c>.
/// </summary>
public sealed class MicroKernelGeneratorTests
{
    [Fact]
    public void RowMajorKernelsAreNotStale() => Compare(MicroKernelGenerator.RowMajorFile, MicroKernelGenerator.RowMajor());

    [Fact]
    public void KMajorKernelsAreNotStale() => Compare(MicroKernelGenerator.KMajorFile, MicroKernelGenerator.KMajor());

    private static void Compare(string file, string generated, [CallerFilePath] string thisFile = "")
    {
        string root = Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../..");
        string path = Path.Combine(root, "lib/ManagedTorch/Kernels/Gemm", file);
        if (Environment.GetEnvironmentVariable("REGENERATE") == "1")
        {
            File.WriteAllText(path, generated);
        }

        Assert.True(
            File.ReadAllText(path).ReplaceLineEndings("\n") == generated,
            $"{file} is stale. Run: REGENERATE=1 dotnet test tests/ManagedTorch.Tests --filter MicroKernelGeneratorTests");
    }
}
