namespace Cli.Kernels;

/// <summary>The pictures that front ends show beside the kernel.</summary>
internal static class KernelLogos
{
    /// <summary>The file names that Jupyter looks for.</summary>
    public static readonly IReadOnlyList<string> Names = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];

    /// <summary>Writes the pictures into a kernel's folder.</summary>
    public static void WriteTo(string folder)
    {
        foreach (var name in Names)
        {
            using var logo = typeof(KernelLogos).Assembly.GetManifestResourceStream($"Cli.Kernels.{name}")!;
            using var file = File.Create(Path.Combine(folder, name));
            logo.CopyTo(file);
        }
    }
}
