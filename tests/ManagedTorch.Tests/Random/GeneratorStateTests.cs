using System.Text.Json;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Randomness;

/// <summary>The generator's state as bytes.</summary>
public sealed class GeneratorStateTests
{
    [Fact]
    public void The_bytes_are_PyTorchs()
    {
        JsonElement expected = Fixture.Json("random/state.json");
        Generator generator = new Generator().manual_seed(expected.GetProperty("seed").GetInt64());
        generator.FillNormal(new float[expected.GetProperty("drawn").GetInt32()], 0, 1);
        Assert.Equal(expected.GetProperty("state").GetString(), Convert.ToHexStringLower(generator.get_state().bytes));
    }

    [Fact]
    public void A_generator_goes_on_from_a_state()
    {
        Generator first = new(3);
        first.FillNormal(new float[3], 0, 1);
        Generator second = new();
        second.set_state(first.get_state());
        float[] expected = new float[40];
        float[] actual = new float[40];
        first.FillNormal(expected.AsSpan(0, 5), 0, 1);
        second.FillNormal(actual.AsSpan(0, 5), 0, 1);
        first.FillNormal(expected.AsSpan(5), 0, 1);
        second.FillNormal(actual.AsSpan(5), 0, 1);
        Assert.Equal(expected, actual);
        Assert.Equal(3, second.initial_seed());
    }

    [Fact]
    public void Other_bytes_are_refused() =>
        Assert.Contains("5056", Assert.Throws<ArgumentException>(() => new Generator().set_state(zeros([10], ScalarType.Byte))).Message);
}
