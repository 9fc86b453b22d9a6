using System.ComponentModel;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using Cli.Repository;
using Notebooks.Packages;

namespace Cli.Kernels;

/// <summary>
/// Compiles assemblies ahead of time with crossgen2, so that a kernel starts in about half the time: without it the C# compiler itself has
/// to be compiled at each start. The tool is a NuGet package; where it cannot be had, kernels run as they are built.
/// </summary>
/// <param name="workFolder">Keeps the compiled assemblies, so that the next installation compiles only what has changed.</param>
internal sealed class ReadyToRunCompiler(string workFolder)
{
    private static readonly TimeSpan DownloadLimit = TimeSpan.FromMinutes(3);

    private static readonly string OwnFolder = Path.GetDirectoryName(typeof(ReadyToRunCompiler).Assembly.Location)!;

    // Downloads the package without a project that would reference it, and tells where it lies.
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
            <CrossgenPackage>microsoft.netcore.app.crossgen2.$(NETCoreSdkPortableRuntimeIdentifier)</CrossgenPackage>
          </PropertyGroup>
          <ItemGroup>
            <PackageDownload Include="$(CrossgenPackage)" Version="[$(BundledNETCoreAppPackageVersion)]" />
          </ItemGroup>
          <Target Name="Locate" DependsOnTargets="ResolvePackageAssets">
            <PropertyGroup>
              <CrossgenFolder>$([MSBuild]::EnsureTrailingSlash($(NuGetPackageRoot)))$(CrossgenPackage)/$(BundledNETCoreAppPackageVersion)/tools/</CrossgenFolder>
            </PropertyGroup>
          </Target>
        </Project>
        """;

    /// <summary>A compiler that keeps its work with the other intermediate files of a clone.</summary>
    public static ReadyToRunCompiler For(CourseRepository repository) =>
        new(Path.Combine(repository.Root, "lib", "Cli", "obj", "ready-to-run"));

    /// <summary>
    /// Compiles every assembly of a folder in place. Null when it did; else the reason why the assemblies are as they were.
    /// </summary>
    public async Task<string?> CompileAsync(string folder, CancellationToken cancel)
    {
        var (tool, problem) = await FindToolAsync(cancel);
        if (tool is null)
        {
            return problem;
        }

        var used = new HashSet<string>();
        foreach (var assembly in Directory.EnumerateFiles(folder, "*.dll").Where(IsIntermediateLanguage).ToList())
        {
            var compiled = KeptPath(assembly);
            used.Add(compiled);
            if (!File.Exists(compiled) && await CompileAsync(tool, assembly, compiled, folder, cancel) is { } failure)
            {
                return $"{Path.GetFileName(assembly)}: {failure}";
            }

            File.Copy(compiled, assembly, overwrite: true);
        }

        foreach (var outdated in Directory.EnumerateFiles(workFolder, "*.dll").Where(path => !used.Contains(path)).ToList())
        {
            File.Delete(outdated);
        }

        return null;
    }

    private static string FirstError(string output) =>
        output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))?.Trim()
        ?? output.Split('\n')[0].Trim();

    private static bool IsIntermediateLanguage(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.HasMetadata && file.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: 0 };
    }

    private static IEnumerable<string> FrameworkAssemblies() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetDirectoryName(path) != OwnFolder);

    /// <summary>The path of crossgen2, or why there is none. Downloads it when it is not in NuGet's folder yet.</summary>
    internal async Task<(string? Tool, string? Problem)> FindToolAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(workFolder);
        var project = Path.Combine(workFolder, "crossgen.csproj");
        await File.WriteAllTextAsync(project, Project, cancel);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(DownloadLimit);
        try
        {
            string[] arguments = ["msbuild", project, "-restore", "-t:Locate", "-getProperty:CrossgenFolder", "-nologo", "-v:q"];
            var outcome = await ChildProcess.RunAsync(DotnetHost.Path, arguments, workFolder, limit.Token);
            if (outcome.ExitCode != 0)
            {
                return (null, FirstError(outcome.Output));
            }

            var folder = outcome.Output.Split('\n')[^1].Trim();
            var tool = new[] { "crossgen2", "crossgen2.exe", "crossgen2.dll" }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
            return tool is null ? (null, $"there is no crossgen2 in {folder}") : (tool, null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, $"its download took longer than {DownloadLimit.TotalMinutes:0} minutes");
        }
        catch (Win32Exception e)
        {
            return (null, e.Message);
        }
    }

    /// <summary>Where the compiled form of an assembly is kept: the name tells its content and the framework that it was compiled for.</summary>
    private string KeptPath(string assembly)
    {
        var content = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(assembly)))[..16];
        return Path.Combine(workFolder, $"{Path.GetFileNameWithoutExtension(assembly)}-{content}-{Environment.Version}.dll");
    }

    private async Task<string?> CompileAsync(string tool, string assembly, string compiled, string folder, CancellationToken cancel)
    {
        var unfinished = $"{compiled}.{Environment.ProcessId}.tmp";
        var response = $"{compiled}.{Environment.ProcessId}.rsp";
        var references = FrameworkAssemblies().Concat(Directory.EnumerateFiles(folder, "*.dll"));
        var arguments = new[] { assembly, "-o", unfinished, "-O" }.Concat(references.SelectMany(path => new[] { "-r", path }));
        await File.WriteAllLinesAsync(response, arguments.Select(argument => $"\"{argument}\""), cancel);
        try
        {
            var outcome = tool.EndsWith(".dll", StringComparison.Ordinal)
                ? await ChildProcess.RunAsync(DotnetHost.Path, [tool, "@" + response], workFolder, cancel)
                : await ChildProcess.RunAsync(tool, ["@" + response], workFolder, cancel);
            if (outcome.ExitCode != 0)
            {
                return FirstError(outcome.Output);
            }

            File.Move(unfinished, compiled, overwrite: true);
            return null;
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
        finally
        {
            File.Delete(response);
            File.Delete(unfinished);
        }
    }
}
