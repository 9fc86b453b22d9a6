using static TorchSharp.torch;

namespace ManagedTorch.Tests.Randomness;

/// <summary>The functions of torch draw from the default generator what PyTorch's draw.</summary>
[Collection("default generator")]
public sealed class DrawingTests
{
    [Fact]
    public void Randn_is_PyTorchs() => AssertAll("normal", 1e-6, c => randn(c.Count));

    [Fact]
    public void Rand_is_PyTorchs() => AssertAll("uniform", 0, c => rand(c.Count));

    [Fact]
    public void Randint_is_PyTorchs() =>
        AssertAll("randint", 0, c => c.Seed == 42 ? randint(-5, 10, [c.Count]) : randint(0, 1 << 20, [c.Count]));

    [Fact]
    public void Randperm_is_PyTorchs() => AssertAll("randperm", 0, c => randperm(c.Count));

    [Fact]
    public void Bernoulli_is_PyTorchs() => AssertAll("bernoulli", 0, c => empty(c.Count).bernoulli_(double.Parse(c.Name)));

    [Fact]
    public void Dropout_is_PyTorchs() => AssertAll("dropout", 1e-6, c => nn.functional.dropout(ones(c.Count), double.Parse(c.Name)));

    [Fact]
    public void A_generator_of_ones_own_leaves_the_default_one_alone()
    {
        manual_seed(42);
        using Generator own = new(7);
        Tensor first = randn([4], generator: own);
        Assert.Equal(0.33669, randn(1).item<float>(), 1e-5);
        Assert.Equal(Numbers.Of(first), Numbers.Of(randn([4], generator: new Generator(7))));
    }

    private static void AssertAll(string file, double tolerance, Func<RandomCase, Tensor> draw)
    {
        foreach (RandomCase expected in RandomCase.Read(file))
        {
            manual_seed(expected.Seed);
            expected.AssertEqual(Numbers.Of(draw(expected)), tolerance);
        }
    }
}
