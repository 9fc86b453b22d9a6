using Course.Data;
using Course.Models;
using Course.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

/// <summary>
/// CLIP against PyTorch's own transformer layers with the same weights: tests/fixtures/make_clip.py, which knows the model from the
/// paper alone.
/// </summary>
public sealed class ClipFixtureTests
{
    private static readonly string Fixture = Repository.Fixture("clip", "clip.safetensors");

    [Theory]
    [InlineData("gelu", false)]
    [InlineData("quick_gelu", true)]
    public void Embeddings_scores_loss_and_gradients_are_PyTorchs(string activation, bool useQuickGelu)
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new Clip(new ClipConfig
        {
            ImageSize = 16, PatchSize = 8, ImageWidth = 16, ImageDepth = 2, ImageHeads = 2, VocabularySize = 20, ContextLength = 6,
            TextWidth = 8, TextDepth = 2, TextHeads = 2, EmbeddingWidth = 12, UseQuickGelu = useQuickGelu,
        });
        var (missing, _) = Safetensors.LoadInto(
            model, Fixture, strict: false, name => name.StartsWith("weight.") ? name["weight.".Length..] : null);
        Assert.Empty(missing);
        Dictionary<string, Tensor> expected = Safetensors.Load(Fixture);
        Tensor images = expected["input.images"], tokens = expected["input.tokens"];

        Close(expected[$"{activation}.image"], model.EmbedImages(images));
        Close(expected[$"{activation}.text"], model.EmbedTexts(tokens));
        Tensor logits = model.call(images, tokens);                                  // (3, 3)
        Close(expected[$"{activation}.logits"], logits);
        Tensor loss = ContrastiveLoss.InfoNce(logits);
        Close(expected[$"{activation}.loss"], loss);

        loss.backward();
        foreach (var (name, parameter) in model.named_parameters())
            Close(expected[$"{activation}.gradient.{name}"], parameter.grad!);
    }

    [Fact]
    public void The_two_activations_differ_by_more_than_the_tolerance()
    {
        Dictionary<string, Tensor> expected = Safetensors.Load(Fixture);
        Assert.False(expected["gelu.logits"].allclose(expected["quick_gelu.logits"], rtol: 1e-4, atol: 1e-4));
    }

    private static void Close(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        double difference = (expected - actual).abs().max().item<float>();
        Assert.True(difference <= 2e-5 * (1 + expected.abs().max().item<float>()), $"differs by {difference}");
    }
}
