using Course.Data;
using Course.Models;
using Course.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

/// <summary>
/// GPT and Q-Former against PyTorch's own layers with the same weights: tests/fixtures/make_qformer.py, which knows the models from the
/// papers alone.
/// </summary>
public sealed class QFormerFixtureTests : IDisposable
{
    private const long End = 10;

    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Scores_loss_and_gradients_of_the_language_model_are_PyTorchs()
    {
        var model = new Gpt(new GptConfig { VocabularySize = 12, ContextLength = 7, Width = 8, Depth = 2, Heads = 2 });
        Dictionary<string, Tensor> expected = Load("gpt.safetensors", model);
        Tensor tokens = expected["input.tokens"];
        Tensor scores = model.call(tokens[.., ..^1]);
        Close(expected["scores"], scores);
        Tensor loss = LanguageLoss.Mean(scores, tokens[.., 1..]);
        Close(expected["loss"], loss);
        loss.backward();
        foreach (var (name, parameter) in model.named_parameters()) Close(expected[$"gradient.{name}"], parameter.grad!);
    }

    [Fact]
    public void Answers_of_the_queries_and_similarities_are_PyTorchs()
    {
        var (model, expected, image, tokens) = StageOne();
        Close(expected["queries"], model.QFormer.call(image));
        var (pictures, texts) = model.Embed(image, tokens);
        Close(expected["similarity"], QFormerLoss.Similarity(pictures, texts));
    }

    [Theory]
    [InlineData("contrast")]
    [InlineData("match")]
    [InlineData("generate")]
    public void Each_objective_and_its_gradients_are_PyTorchs(string objective)
    {
        var (model, expected, image, tokens) = StageOne();
        Tensor loss = objective switch
        {
            "contrast" => QFormerLoss.Contrast(
                QFormerLoss.Similarity(model.EmbedPictures(image), model.EmbedTexts(tokens)), model.Temperature),
            "match" => model.MatchLoss(image, tokens, expected["input.other_texts"], expected["input.other_pictures"]),
            _ => model.GenerateLoss(image, tokens),
        };
        Close(expected[objective], loss);
        loss.backward();
        foreach (var (name, parameter) in model.named_parameters())
            Close(expected[$"{objective}.gradient.{name}"], parameter.grad ?? zeros_like(parameter));
    }

    [Fact]
    public void The_bridge_of_stage_two_begins_with_what_stage_one_knows_of_pictures()
    {
        var (model, expected, image, _) = StageOne();
        var bridge = new QFormerBridge(model.QFormer.Config, languageWidth: 6);
        bridge.BeginWith(model.QFormer);
        Close(expected["queries"], bridge.QFormer.call(image));
    }

    private static (StageOne Model, Dictionary<string, Tensor> Expected, Tensor Image, Tensor Tokens) StageOne()
    {
        var model = new StageOne(new QFormerConfig
        {
            Queries = 3, Width = 8, Depth = 2, Heads = 2, ImageWidth = 6, VocabularySize = 12, ContextLength = 7, EmbeddingWidth = 4,
        }, End);
        Dictionary<string, Tensor> expected = Load("qformer.safetensors", model);
        return (model, expected, expected["input.image"], expected["input.tokens"]);
    }

    private static Dictionary<string, Tensor> Load(string file, nn.Module model)
    {
        string path = Repository.Fixture("qformer", file);
        var (missing, _) = Safetensors.LoadInto(
            model, path, strict: false, name => name.StartsWith("weight.") ? name["weight.".Length..] : null);
        Assert.Empty(missing);
        return Safetensors.Load(path);
    }

    private static void Close(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        double difference = (expected - actual).abs().max().item<float>();
        Assert.True(difference <= 2e-5 * (1 + expected.abs().max().item<float>()), $"differs by {difference}");
    }
}
