using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Chapters.Tests.Surface;

/// <summary>What the chapters build runs on a GPU unchanged: what a method makes lies where its arguments lie.</summary>
public sealed class HostTensorTests
{
    // It changes spectrograms number by number before they become a batch, which the trainer moves.
    private static readonly string[] OnTheHost = ["SpecAugment.cs("];

    [Theory]
    [InlineData("Tensor M(Tensor x) => x + ones(3);", 1)]
    [InlineData("Tensor M(Tensor x) => x + ones(3, device: x.device);", 0)]
    [InlineData("Tensor M(Tensor x) => x + cat(new[] { ones(3), zeros(3) }).to(x.device);", 0)]
    [InlineData("Tensor M(long n) => ones(n);", 0)]
    [InlineData("C(Tensor x) => ones(3);", 0)]
    public void The_rule_sees_what_is_made_and_where(string member, int found)
    {
        var code = $"using static TorchSharp.torch; class C {{ {member} }}";
        Assert.Equal(found, HostTensors.In(CourseCode.Of(code), _ => true).Count());
    }

    [Fact]
    public void No_method_of_the_models_makes_a_tensor_in_host_memory_from_tensors_of_any_device()
    {
        var found = HostTensors.In(CourseCode.Library(), path => path.Contains("/Models/", StringComparison.Ordinal));
        var unexpected = found.Where(place => !OnTheHost.Any(known => place.StartsWith(known, StringComparison.Ordinal))).ToArray();
        Assert.True(unexpected.Length == 0, string.Join('\n', unexpected));
    }
}
