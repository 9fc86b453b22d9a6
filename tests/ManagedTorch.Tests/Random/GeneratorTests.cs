using System.Text.Json;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Randomness;

/// <summary>The generator against PyTorch's figures (tests/fixtures/make_random.py).</summary>
public sealed class GeneratorTests
{
    private const double FloatTolerance = 1e-6;
    private const double DoubleTolerance = 1e-14;

    [Fact]
    public void Seed_42_gives_the_three_numbers_everyone_knows()
    {
        Span<float> values = stackalloc float[3];
        New(42).FillNormal(values, 0, 1);
        Assert.Equal([0.33669f, 0.12881f, 0.23446f], values.ToArray().Select(v => MathF.Round(v, 5)));
    }

    [Fact]
    public void Normal_numbers_are_those_of_PyTorch() =>
        AssertAll<float>("normal", FloatTolerance, (g, x, _) => g.FillNormal(x, 0, 1));

    [Fact]
    public void Normal_doubles_are_those_of_PyTorch() =>
        AssertAll<double>("normal_double", DoubleTolerance, (g, x, _) => g.FillNormal(x, 0, 1));

    [Fact]
    public void Mean_and_std_are_applied() =>
        AssertAll<float>("normal_scaled", 2 * FloatTolerance, (g, x, _) => g.FillNormal(x, 2, 0.5));

    [Fact]
    public void The_unused_half_of_a_pair_is_kept_across_calls() =>
        AssertAll<float>("normal_sequence", FloatTolerance, (g, x, _) =>
        {
            int start = 0;
            foreach (int length in new[] { 3, 20, 2, 4 })
            {
                g.FillNormal(x.AsSpan(start, length), 0, 1);
                start += length;
            }
        });

    [Fact]
    public void Uniform_numbers_are_those_of_PyTorch() =>
        AssertAll<float>("uniform", 0, (g, x, _) => g.FillUniform(x, 0, 1));

    [Fact]
    public void Uniform_doubles_are_those_of_PyTorch() =>
        AssertAll<double>("uniform_double", DoubleTolerance, (g, x, _) => g.FillUniform(x, 0, 1));

    [Fact]
    public void Uniform_numbers_fill_the_range_asked_for() =>
        AssertAll<float>("uniform_range", 1e-7, (g, x, _) => g.FillUniform(x, -0.25, 0.75));

    [Fact]
    public void Random_integers_are_those_of_PyTorch() =>
        AssertAll<long>("randint", 0, (g, x, c) => g.FillRandint(x, c.Seed == 42 ? -5 : 0, c.Seed == 42 ? 10 : 1 << 20));

    [Fact]
    public void Wide_integers_take_64_bits()
    {
        JsonElement expected = Fixture.Json("random/randint_wide.json")[0];
        long[] values = new long[8];
        New(expected.GetProperty("seed").GetInt64()).FillRandint(values, 0, 1L << 62);
        Assert.Equal(expected.GetProperty("values").EnumerateArray().Select(e => e.GetInt64()), values);
    }

    [Fact]
    public void Permutations_are_those_of_PyTorch()
    {
        foreach (RandomCase expected in RandomCase.Read("randperm"))
        {
            long[] order = New(expected.Seed).Permutation(expected.Count);
            expected.AssertEqual(order.Select(v => (double)v).ToArray(), 0);
        }
    }

    [Fact]
    public void Bernoulli_draws_are_those_of_PyTorch() =>
        AssertAll<float>("bernoulli", 0, (g, x, c) => g.FillBernoulli(x, double.Parse(c.Name)));

    [Fact]
    public void Bernoulli_draws_from_a_tensor_of_probabilities_are_those_of_PyTorch() =>
        AssertAll<float>("bernoulli_tensor", 0, (g, x, _) =>
            g.FillBernoulli(Enumerable.Range(0, 101).Select(i => i / 100f).ToArray(), x));

    [Fact]
    public void Dropout_keeps_the_elements_that_PyTorch_keeps() =>
        AssertAll<float>("dropout", FloatTolerance, (g, x, c) =>
        {
            double keep = 1 - double.Parse(c.Name);
            g.FillBernoulli(x, keep);
            for (int i = 0; i < x.Length; i++)
            {
                x[i] /= (float)keep;
            }
        });

    [Fact]
    public void Exponential_numbers_are_those_of_PyTorch() =>
        AssertAll<float>("exponential", FloatTolerance, (g, x, _) => g.FillExponential(x, 1.5));

    [Fact]
    public void Multinomial_draws_are_those_of_PyTorch() =>
        AssertAll<long>("multinomial", 0, (g, x, c) =>
            g.FillMultinomial([0.1f, 0.2f, 0.3f, 0.4f, 0.0f, 2.0f], x, c.Name == "with"));

    [Fact]
    public void The_same_seed_repeats_and_another_does_not()
    {
        Generator generator = New(1);
        long[] first = generator.Permutation(50);
        long[] second = generator.Permutation(50);
        Assert.Equal(first, generator.manual_seed(1).Permutation(50));
        Assert.NotEqual(first, second);
        Assert.Equal(1, generator.initial_seed());
    }

    [Fact]
    public void A_seed_drawn_from_the_system_is_reported_and_repeats()
    {
        Generator generator = New(0);
        long seed = generator.seed();
        Assert.Equal(seed, generator.initial_seed());
        Assert.Equal(New(seed).Permutation(50), generator.Permutation(50));
        Assert.NotEqual(seed, generator.seed());
    }

    [Fact]
    public void Impossible_requests_are_refused_in_words()
    {
        Generator generator = New(0);
        Assert.Contains("low < high", Assert.Throws<ArgumentException>(() => generator.FillRandint(new long[1], 3, 3)).Message);
        Assert.Contains("std >= 0", Assert.Throws<ArgumentException>(() => generator.FillNormal(new float[1], 0, -1)).Message);
        Assert.Contains("0 <= p <= 1", Assert.Throws<ArgumentException>(() => generator.FillBernoulli(new float[1], 1.5)).Message);
        Assert.Contains("without replacement",
            Assert.Throws<ArgumentException>(() => generator.FillMultinomial([1f], new long[2], false)).Message);
    }

    private static Generator New(long seed) => new Generator(0ul).manual_seed(seed);

    private static void AssertAll<T>(string file, double tolerance, Action<Generator, T[], RandomCase> fill)
        where T : System.Numerics.INumber<T>
    {
        foreach (RandomCase expected in RandomCase.Read(file))
        {
            T[] values = new T[expected.Count];
            fill(New(expected.Seed), values, expected);
            expected.AssertEqual(values.Select(double.CreateChecked).ToArray(), tolerance);
        }
    }
}
