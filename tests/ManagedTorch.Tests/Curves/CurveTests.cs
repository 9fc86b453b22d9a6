using TorchSharp.Modules;
using Xunit.Abstractions;
using static TorchSharp.torch;
using static ManagedTorch.Tests.Curves.SmallModels;

namespace ManagedTorch.Tests.Curves;

/// <summary>Ten steps of AdamW from a seed give PyTorch's losses (tests/fixtures/parity/curves.py): first values, forward, backward, step.</summary>
[Collection("default generator")]
public sealed class CurveTests(ITestOutputHelper output)
{
    private const double Tolerance = 1e-4;

    [Fact]
    public void A_vision_transformer_learns_as_in_PyTorch() =>
        AssertCurve("ViT", 1, () => new VisionTransformer(Classes), m => nn.functional.cross_entropy(m.call(Pictures()), Labels()));

    [Fact]
    public void A_clip_learns_as_in_PyTorch() =>
        AssertCurve("CLIP", 2, () => new ContrastivePair(), m => m.call(Pictures(), Tokens(5, Length)));

    [Fact]
    public void A_gpt_learns_as_in_PyTorch()
    {
        Tensor text = Tokens(7, Length + 1);
        AssertCurve("GPT", 3, () => new CausalTransformer(Vocabulary), m => nn.functional.cross_entropy(
            m.call(text.narrow(1, 0, Length)).flatten(0, 1), text.narrow(1, 1, Length).flatten()));
    }

    [Fact]
    public void A_perceiver_learns_as_in_PyTorch() =>
        AssertCurve("Perceiver", 4, () => new Perceiver(), m => nn.functional.cross_entropy(m.call(Pictures()), Labels()));

    private static Tensor Pictures() => Numbers.Wave(0.3, Batch, 3, Side, Side);

    private static Tensor Labels() => arange(Batch).remainder(Classes);

    private static Tensor Tokens(int factor, int length) =>
        tensor(Enumerable.Range(0, Batch * length).Select(i => ((long)i * i * factor + 3) % Vocabulary).ToArray(), [Batch, length]);

    private void AssertCurve<T>(string name, int seed, Func<T> make, Func<T, Tensor> loss) where T : nn.Module
    {
        manual_seed(seed);
        using T model = make();
        using AdamW optimizer = optim.AdamW(model.parameters(), lr: 2e-3, beta1: 0.9, beta2: 0.98, weight_decay: 0.05);
        double[] expected = Numbers.Of(Fixture.Json("parity/curves.json").GetProperty(name));
        Assert.Equal(Steps, expected.Length);
        double worst = 0;
        for (int step = 0; step < Steps; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            Tensor value = loss(model);
            value.backward();
            optimizer.step();
            double error = Math.Abs(value.item<float>() - expected[step]) / expected[step];
            worst = Math.Max(worst, error);
            Assert.True(error <= Tolerance, $"{name}, step {step}: PyTorch's loss is {expected[step]:R}, got {value.item<float>():R}");
        }
        output.WriteLine($"{name}: largest relative error {worst:0.0e+0}");
    }
}
