using Cli.Repository;

namespace Cli.Tests.PackageStacks;

public sealed class RestoreExceptionTests
{
    [Fact]
    public void Packages_that_no_source_has_are_named_once_in_one_line()
    {
        const string Output = """
            /a/Course.csproj : error NU1101: Unable to find package TorchSharp-cpu. No packages exist with this id in source(s): nuget.org
            /a/Course.csproj : error NU1101: Unable to find package TorchSharp-cpu. No packages exist with this id in source(s): nuget.org
            /a/Course.csproj : error NU1102: Unable to find package Plotly.NET with version (>= 5.1.0)
            /a/Course.csproj : error NU1103: Unable to find a stable package SixLabors.ImageSharp with version (>= 3.1.12)
            """;
        var failure = RestoreException.From("cpu", Output);
        Assert.NotNull(failure);
        Assert.StartsWith(
            "the cpu stack cannot be restored: no package source of this machine has TorchSharp-cpu, Plotly.NET, SixLabors.ImageSharp. ",
            failure.Message);
        Assert.Contains("leave out --stack", failure.Message);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public void A_source_that_cannot_be_reached_is_named()
    {
        var failure = RestoreException.From(
            "cuda", "/a.csproj : error NU1301: Unable to load the service index for source https://example.org/v3/index.json. [/a.sln]");
        Assert.Contains("a package source cannot be reached (Unable to load the service index for source https://example.org/v3/index.json)",
            failure!.Message);
    }

    [Fact]
    public void Another_failure_is_not_one_of_packages() =>
        Assert.Null(RestoreException.From("cpu", "/a/B.cs(1,1): error CS1002: ; expected"));
}
