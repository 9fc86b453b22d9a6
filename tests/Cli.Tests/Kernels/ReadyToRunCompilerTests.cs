using System.Reflection.PortableExecutable;
using Cli.Kernels;

namespace Cli.Tests.Kernels;

public sealed class ReadyToRunCompilerTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("compile-").FullName;

    [CrossgenFact]
    public async Task Assemblies_are_compiled_and_kept_for_the_next_time()
    {
        var assembly = CopyAssembly();
        Assert.False(HasNativeCode(assembly));
        var compiler = new ReadyToRunCompiler(Path.Combine(_root, "work"));
        Assert.Null(await compiler.CompileAsync(Path.Combine(_root, "app"), CancellationToken.None));
        Assert.True(HasNativeCode(assembly));

        var kept = Assert.Single(Directory.GetFiles(Path.Combine(_root, "work"), "*.dll"));
        File.WriteAllText(kept, "what was kept");
        CopyAssembly();
        Assert.Null(await compiler.CompileAsync(Path.Combine(_root, "app"), CancellationToken.None));
        Assert.Equal("what was kept", File.ReadAllText(assembly));
    }

    [Fact]
    public async Task Without_the_package_the_assemblies_stay_and_the_reason_is_the_feeds()
    {
        var work = Path.Combine(_root, "work");
        Directory.CreateDirectory(work);
        File.WriteAllText(Path.Combine(work, "NuGet.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_root, "packages")}" /></config>
              <packageSources><clear /><add key="nowhere" value="{Path.Combine(_root, "nowhere")}" /></packageSources>
            </configuration>
            """);
        var assembly = CopyAssembly();
        var problem = await new ReadyToRunCompiler(work).CompileAsync(Path.Combine(_root, "app"), CancellationToken.None);
        Assert.Contains("NU1301", problem);
        Assert.Contains("nowhere", problem);
        Assert.False(HasNativeCode(assembly));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static bool HasNativeCode(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        return file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    private string CopyAssembly()
    {
        var source = typeof(Notebooks.Session.CellStatus).Assembly.Location;
        var target = Path.Combine(_root, "app", Path.GetFileName(source));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(source, target, overwrite: true);
        return target;
    }
}
