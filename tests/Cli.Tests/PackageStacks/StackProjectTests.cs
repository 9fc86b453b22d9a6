using System.Diagnostics;
using System.Text.Json.Nodes;
using Cli.Repository;
using Notebooks.Packages;

namespace Cli.Tests.PackageStacks;

/// <summary>What the property Stack makes of lib/Course, as MSBuild itself evaluates it.</summary>
public sealed class StackProjectTests
{
    private static readonly string Project = Path.Combine(
        CourseRepository.Find(AppContext.BaseDirectory).Root, "lib", "Course", "Course.csproj");

    private static readonly string[] Shared =
        ["Microsoft.Data.Analysis", "Microsoft.ML.Tokenizers", "Plotly.NET", "Plotly.NET.CSharp", "SixLabors.ImageSharp"];

    [Fact]
    public void The_embedded_stack_is_the_engine_and_no_package()
    {
        var (packages, projects, sources) = Evaluate(Stacks.Embedded);
        Assert.Empty(packages);
        Assert.Equal("ManagedTorch", Path.GetFileNameWithoutExtension(Assert.Single(projects)));
        Assert.Contains(sources, source => source.Contains("Packages/Embedded/"));
        Assert.DoesNotContain(sources, source => source.Contains("Packages/NuGet/"));
    }

    [Theory]
    [InlineData("cpu", "TorchSharp-cpu", "TorchSharp-cpu")]
    [InlineData("cuda", "TorchSharp-cuda-linux", "TorchSharp-cuda-windows")]
    public void The_other_stacks_are_the_packages_and_not_the_engine(string stack, string elsewhere, string onWindows)
    {
        if (OperatingSystem.IsMacOS() && stack == Stacks.Cuda)
        {
            return;
        }

        var (packages, projects, sources) = Evaluate(stack);
        Assert.Equal([.. Shared, OperatingSystem.IsWindows() ? onWindows : elsewhere], packages.Order(StringComparer.Ordinal));
        Assert.Empty(projects);
        Assert.Contains(sources, source => source.Contains("Packages/NuGet/"));
        Assert.DoesNotContain(sources, source => source.Contains("Packages/Embedded/"));
    }

    [Fact]
    public void The_environment_chooses_a_stack_too() => Assert.Contains("TorchSharp-cpu", Evaluate(null, "cpu").Packages);

    [Fact]
    public void A_stack_that_there_is_not_is_named()
    {
        var (code, output) = Run(["build", Project, "--no-restore", "-v", "q", "-p:Stack=gpu"], null);
        Assert.NotEqual(0, code);
        Assert.Contains("There is no stack 'gpu': embedded, cpu or cuda.", output);
    }

    [Fact]
    public void Every_package_of_a_stack_has_its_version_in_one_place()
    {
        var central = File.ReadAllText(Path.Combine(CourseRepository.Find(AppContext.BaseDirectory).Root, "Directory.Packages.props"));
        foreach (var package in (string[])[.. Shared, "TorchSharp-cpu", "TorchSharp-cuda-linux", "TorchSharp-cuda-windows"])
        {
            Assert.Contains($"<PackageVersion Include=\"{package}\" Version=\"", central);
        }
    }

    private static (string[] Packages, string[] Projects, string[] Sources) Evaluate(string? stack, string? variable = null)
    {
        string[] arguments =
            ["msbuild", Project, "-getItem:PackageReference", "-getItem:ProjectReference", "-getItem:Compile", .. stack is null ? [] : (string[])[$"-p:Stack={stack}"]];
        var (code, output) = Run(arguments, variable);
        Assert.True(code == 0, output);
        var items = JsonNode.Parse(output)!["Items"]!;
        return (Names("PackageReference"), Names("ProjectReference"), Names("Compile"));

        string[] Names(string kind) =>
            [.. items[kind]!.AsArray().Select(item => ((string)item!["Identity"]!).Replace('\\', '/'))];
    }

    private static (int Code, string Output) Run(string[] arguments, string? variable)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove(Stacks.Variable);
        if (variable is not null)
        {
            start.Environment[Stacks.Variable] = variable;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
