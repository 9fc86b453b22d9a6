using Course.Data;
using Course.Models;
using Course.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

/// <summary>
/// Perceiver IO against PyTorch's own layers with the same weights, and places against plain loops: tests/fixtures/make_perceiver.py, which
/// knows both from the papers alone.
/// </summary>
public sealed class PerceiverFixtureTests
{
    private static readonly string Fixture = Repository.Fixture("perceiver", "perceiver.safetensors");

    [Fact]
    public void Latents_answers_loss_and_gradients_are_PyTorchs()
    {
        using DisposeScope scope = NewDisposeScope();
        var sizes = new PerceiverConfig { Latents = 5, Width = 8, Layers = 2, Repeats = 3, Readings = 2, CrossHeads = 2, Heads = 2 };
        using var model = new PerceiverIO(6, sizes, outputs: 4, queryCount: 3);
        var (missing, _) = Safetensors.LoadInto(
            model, Fixture, strict: false, name => name.StartsWith("weight.") ? name["weight.".Length..] : null);
        Assert.Empty(missing);
        Dictionary<string, Tensor> expected = Safetensors.Load(Fixture);
        Tensor inputs = expected["input.values"];                                    // (2, 9, 6)
        Tensor present = arange(9).unsqueeze(0) < expected["input.lengths"].unsqueeze(1);

        Close(expected["latents"], model.Encoder.forward(inputs, present));
        Tensor answers = model.forward(inputs, present);                             // (2, 3, 4)
        Close(expected["answers"], answers);
        Tensor loss = nn.functional.cross_entropy(answers.flatten(0, 1), expected["input.labels"].flatten());
        Close(expected["loss"], loss);

        loss.backward();
        foreach (var (name, parameter) in model.named_parameters())
            Close(expected[$"gradient.{name}"], parameter.grad!);
    }

    [Fact]
    public void Places_are_the_papers_formula()
    {
        using DisposeScope scope = NewDisposeScope();
        Close(Safetensors.Load(Fixture)["places"], new FourierFeatures(3, 3, 4).OfGrid());
    }

    private static void Close(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        double difference = (expected - actual).abs().max().item<float>();
        Assert.True(difference <= 2e-5 * (1 + expected.abs().max().item<float>()), $"differs by {difference}");
    }
}
