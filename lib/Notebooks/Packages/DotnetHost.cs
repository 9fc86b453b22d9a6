using System.Runtime.InteropServices;

namespace Notebooks.Packages;

/// <summary>Finds the dotnet program that runs this process.</summary>
public static class DotnetHost
{
    /// <summary>Full path of dotnet, or its bare name where it cannot be told.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        if (Environment.ProcessPath is { } path && System.IO.Path.GetFileNameWithoutExtension(path) == "dotnet")
        {
            return path;
        }

        // .../dotnet/shared/Microsoft.NETCore.App/10.0.x/
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var beside = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : "dotnet";
    }
}
