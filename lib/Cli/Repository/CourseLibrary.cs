using System.Diagnostics;
using Notebooks.Packages;

namespace Cli.Repository;

/// <summary>The assembly that the notebooks reference, lib/Course/bin/Course.dll, and its build.</summary>
/// <param name="repository">The clone.</param>
/// <param name="stack">The stack that it is built with.</param>
public sealed class CourseLibrary(CourseRepository repository, string stack)
{
    private static readonly string[] SourceFolders = ["lib/Course", "lib/ManagedTorch", "lib/Packages"];
    private static readonly string[] SourceFiles =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", "lib/Directory.Build.props"];

    /// <summary>The built assembly.</summary>
    public string AssemblyPath => Path.Combine(repository.Root, "lib", "Course", "bin", "Course.dll");

    /// <summary>The folder of the built assembly.</summary>
    public string Folder => Path.GetDirectoryName(AssemblyPath)!;

    private string ProjectPath => Path.Combine(repository.Root, "lib", "Course", "Course.csproj");

    private string StampPath => Path.Combine(repository.Root, "lib", "Course", "obj", "course-cli.built");

    /// <summary>True when the assembly is missing, older than its sources, or built for another stack.</summary>
    public bool IsStale()
    {
        if (!File.Exists(AssemblyPath) || Stacks.Of(Folder) != stack)
        {
            return true;
        }

        var built = File.GetLastWriteTimeUtc(AssemblyPath);
        if (File.Exists(StampPath) && File.GetLastWriteTimeUtc(StampPath) is var stamp && stamp > built)
        {
            built = stamp;
        }

        return SourceFiles.Select(file => Path.Combine(repository.Root, file)).Any(file => File.GetLastWriteTimeUtc(file) > built)
            || SourceFolders.Select(folder => new DirectoryInfo(Path.Combine(repository.Root, folder)))
                .Any(folder => folder.Exists && IsNewer(folder, built));
    }

    /// <summary>Builds the assembly when it is stale.</summary>
    /// <exception cref="CourseException">
    /// A package of the stack cannot be had, or it does not compile; the message holds the compiler's errors.
    /// </exception>
    public async Task EnsureBuiltAsync(TextWriter log, CancellationToken cancel)
    {
        if (!File.Exists(ProjectPath) || !IsStale())
        {
            return;
        }

        log.WriteLine("Building lib/Course ...");
        var started = DateTime.UtcNow;
        var start = new ProcessStartInfo(DotnetHost.Path)
        {
            // Without a reused build server nothing outlives the build that could hold its pipes open.
            ArgumentList = { "build", ProjectPath, "--nologo", "-v", "q", "-clp:NoSummary", "-nodeReuse:false", $"-p:Stack={stack}" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
        };
        using var process = Process.Start(start) ?? throw new CourseException($"{DotnetHost.Path} does not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var error = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0)
            {
                var text = $"{(await output).Trim()}\n{(await error).Trim()}".TrimEnd();
                throw RestoreException.From(stack, text) ?? new CourseException($"lib/Course does not build:\n{text}");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        // The build leaves an unchanged assembly alone; the stamp says that it has looked at these sources.
        File.WriteAllText(StampPath, "");
        File.SetLastWriteTimeUtc(StampPath, started);
    }

    /// <summary>A folder's own time changes when a file is added or removed, so it counts as a source.</summary>
    private static bool IsNewer(DirectoryInfo folder, DateTime built) =>
        folder.LastWriteTimeUtc > built
        || folder.EnumerateFiles().Any(file => file.Extension is ".cs" or ".csproj" && file.LastWriteTimeUtc > built)
        || folder.EnumerateDirectories().Any(child => child.Name is not ("bin" or "obj") && IsNewer(child, built));
}
