using Course.Models;
using Course.Tests.Support;
using static TorchSharp.torch;

namespace Course.Tests.Models;

[Collection(RandomNumbersCollection.Name)]
public sealed class EvaluationTests
{
    [Fact]
    public void Ranks_count_from_one_and_ties_count_against_the_model()
    {
        Retrieval retrieval = Retrieval.Of(tensor(new float[,] { { 5, 1, 0, 0 }, { 3, 3, 1, 0 }, { 9, 8, 7, 6 } }));
        Assert.Equal([1, 2, 3], retrieval.Ranks);
        Assert.Equal(4, retrieval.Candidates);
        Assert.Equal(2, retrieval.MedianRank);
        Assert.Equal(1 / 3.0, retrieval.RecallAt(1), 9);
        Assert.Equal(2 / 3.0, retrieval.RecallAt(2), 9);
        Assert.Equal("R@1 33.3 %, R@5 100.0 %, R@10 100.0 %, median rank 2 of 4", retrieval.ToString());
    }

    [Fact]
    public void A_median_of_an_even_number_lies_between() =>
        Assert.Equal(1.5, Retrieval.Of(tensor(new float[,] { { 1, 0 }, { 1, 0 } })).MedianRank);

    [Fact]
    public void Queries_without_a_partner_are_refused() =>
        Assert.Contains("(3, 2)", Assert.Throws<ArgumentException>(() => Retrieval.Of(zeros(3, 2))).Message);

    [Fact]
    public void A_probe_finds_classes_that_a_line_separates()
    {
        manual_seed(2);
        Tensor labels = arange(90) % 3;
        Tensor features = (one_hot(labels) * 4) + randn(90, 3) + tensor(new float[] { 100, -50, 0 });
        LinearProbe probe = LinearProbe.Fit(features, labels, 3, 1e-3);
        Assert.InRange(probe.Accuracy(features, labels), 0.95, 1);
        Assert.Equal([90, 3], probe.Scores(features).shape);
    }

    [Fact]
    public void A_probe_is_at_the_optimum_of_its_loss()
    {
        manual_seed(3);
        Tensor features = randn(60, 4), labels = randint(0, 3, [60]);
        Tensor scores = LinearProbe.Fit(features, labels, 3, lambda: 0.05, iterations: 200).Scores(features);
        // At the optimum the bias has no gradient: the mean probability of each class is its share.
        Tensor shares = one_hot(labels).mean([0]);
        Assert.True(scores.softmax(1).mean([0]).allclose(shares, atol: 1e-3));
    }

    [Fact]
    public void A_stronger_penalty_makes_smaller_scores()
    {
        manual_seed(4);
        Tensor features = randn(60, 4), labels = randint(0, 3, [60]);
        float Spread(double lambda) => LinearProbe.Fit(features, labels, 3, lambda).Scores(features).std().item<float>();
        Assert.True(Spread(10) < Spread(0.1) && Spread(0.1) < Spread(1e-4));
    }

    [Fact]
    public void An_ensemble_normalises_before_it_averages()
    {
        BytePairTokenizer tokenizer = BytePairTokenizer.Train([" a cat a dog"], 262);
        manual_seed(5);
        using var model = new Clip(new ClipConfig
        {
            ImageSize = 8, PatchSize = 8, ImageWidth = 8, ImageDepth = 1, ImageHeads = 2, TextWidth = 8, TextDepth = 1, TextHeads = 2,
            EmbeddingWidth = 6, VocabularySize = tokenizer.VocabularySize,
        });
        model.eval();
        string[] templates = ["{0}", "a {0}", "a drawing of {0}"];
        ZeroShot classifier = ZeroShot.Of(model, tokenizer, ["cat", "dog"], templates);
        Tensor dog = model.EmbedTexts(tokenizer.Batch([.. templates.Select(template => string.Format(template, "dog"))], 32)).mean([0]);
        Assert.True(classifier.Classes[1].allclose(dog / dog.norm(), atol: 1e-5));
        Assert.Equal(1.0, classifier.Accuracy(classifier.Classes, arange(2)));
        Assert.True(classifier.Probabilities(classifier.Classes, 5).sum(1).allclose(ones(2)));
        Assert.Contains("template", Assert.Throws<ArgumentException>(() => ZeroShot.Of(model, tokenizer, ["cat"], [])).Message);
    }

    private static Tensor one_hot(Tensor labels) => TorchSharp.torch.nn.functional.one_hot(labels, 3).to(ScalarType.Float32);
}
