using Cli.Doctor;

namespace Cli.Tests.PackageStacks;

/// <summary>What the doctor reads of a stack and of its GPU.</summary>
public sealed class DoctorTests
{
    [Fact]
    public void A_gpu_is_named_with_its_free_memory_and_driver()
    {
        var finding = GraphicsProcessor.Read("NVIDIA T4, 15000, 15360, 570.86\n");
        Assert.Equal("NVIDIA T4, 15.7 of 16.1 GB free, driver 570.86", finding.State);
        Assert.Equal(Health.Good, finding.Health);
    }

    [Fact]
    public void A_gpu_that_others_fill_is_a_warning() =>
        Assert.Equal(Health.Warning, GraphicsProcessor.Read("NVIDIA T4, 900, 15360, 570.86\n").Health);

    [Fact]
    public void A_machine_without_one_is_a_warning_with_advice()
    {
        var finding = GraphicsProcessor.Read("");
        Assert.Equal(Health.Warning, finding.Health);
        Assert.Contains("--stack cpu", finding.Advice);
    }

    [Fact]
    public void The_packages_of_a_build_are_listed_without_their_fragments()
    {
        using var course = new TestRepository();
        course.Write("Course.deps.json", """
            { "libraries": { "Course/1.0.0": {}, "TorchSharp/0.106.0": {}, "TorchSharp-cuda-linux/0.106.0": {},
              "libtorch-cuda-12.8-linux-x64-part1/2.10.0": {}, "libtorch-cpu-linux-x64/2.10.0": {},
              "SixLabors.ImageSharp/3.1.12": {}, "Google.Protobuf/3.30.2": {} } }
            """);
        Assert.Equal(
            ["SixLabors.ImageSharp 3.1.12", "TorchSharp 0.106.0", "TorchSharp-cuda-linux 0.106.0", "libtorch-cpu-linux-x64 2.10.0"],
            StackPackages.In(course.Root));
    }
}
