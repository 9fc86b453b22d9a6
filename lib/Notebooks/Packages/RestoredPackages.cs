namespace Notebooks.Packages;

/// <summary>What a restore gives: the packages, and their files for this machine.</summary>
/// <param name="Packages">Every package, also those that others need.</param>
/// <param name="CompileFiles">Assemblies for the compiler.</param>
/// <param name="RuntimeFiles">Assemblies to load.</param>
/// <param name="NativeFiles">Libraries that the assemblies call.</param>
/// <param name="Warnings">What NuGet warned of.</param>
internal sealed record RestoredPackages(
    IReadOnlyList<RestoredPackage> Packages,
    IReadOnlyList<string> CompileFiles,
    IReadOnlyList<string> RuntimeFiles,
    IReadOnlyList<string> NativeFiles,
    IReadOnlyList<string> Warnings)
{
    /// <summary>The version of a package, or null.</summary>
    internal string? VersionOf(string id) =>
        Packages.FirstOrDefault(package => package.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.Version;

    /// <summary>False once a file is gone, for example because NuGet's folder was emptied.</summary>
    internal bool IsComplete() => CompileFiles.Concat(RuntimeFiles).Concat(NativeFiles).All(File.Exists);
}
