using Course.Checks;
using Course.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

[Collection(Support.RandomNumbersCollection.Name)]
public sealed class QFormerTests : IDisposable
{
    private const long End = 18;

    private static readonly QFormerConfig Tiny = new()
    {
        Queries = 4, Width = 16, Depth = 2, Heads = 2, ImageWidth = 6, VocabularySize = 20, ContextLength = 8, EmbeddingWidth = 8,
    };

    private readonly DisposeScope _scope = NewDisposeScope();

    public QFormerTests() => manual_seed(4);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void The_published_sizes_have_the_published_number_of_parameters()
    {
        // Blocks come in pairs, one that looks and one that does not, so two depths tell the count at twelve.
        static long Twelve(Func<QFormerConfig, long> count)
        {
            long two = count(QFormerConfig.Blip2 with { Depth = 2 }), four = count(QFormerConfig.Blip2 with { Depth = 4 });
            return two + (5 * (four - two));
        }

        static long Count(nn.Module module, Func<string, bool>? which = null)
        {
            long count = module.named_parameters().Where(p => which?.Invoke(p.name) != false).Sum(p => p.parameter.numel());
            module.Dispose();
            return count;
        }

        Assert.Equal(105_137_664, Twelve(sizes => Count(
            new QFormer(sizes with { VocabularySize = 0 }), name => name != "queries" && !name.StartsWith("image_norm"))));
        Assert.Equal(107_133_696, Twelve(sizes => Count(new QFormerBridge(sizes, languageWidth: 2560))));
        Assert.Equal(186_705_470, Twelve(sizes => Count(new StageOne(sizes, end: 102))));
        Assert.Equal(1_574_912, Count(nn.Linear(768, 2048)));
    }

    [Fact]
    public void Each_mask_allows_its_pairs_in_the_whole_model_and_no_others()
    {
        var model = new QFormer(Tiny);
        Tensor image = randn(1, 5, 6), sequence = randn(1, 10, 16);
        InfluenceMatrix Under(Tensor mask) => Influence.Of(x => model.Encode(x, 4, image, mask), sequence);
        bool[,] Allowed(Tensor mask) => Under(mask).ToMask();

        Assert.Equal((52, 61, 100), (
            Sum(QFormerMask.Contrast(4, 6)), Sum(QFormerMask.Generate(4, 6)), Sum(QFormerMask.Match(4, 6))));
        Assert.True(Under(QFormerMask.Contrast(4, 6)).Matches((row, column) => row < 4 == column < 4));
        Assert.True(Under(QFormerMask.Generate(4, 6)).Matches((row, column) => column < 4 || (row >= 4 && column <= row)));
        Assert.True(Under(QFormerMask.Match(4, 6)).Matches((_, _) => true));
        Assert.NotEqual(Allowed(QFormerMask.Generate(4, 6)), Allowed(QFormerMask.Match(4, 6)));

        static int Sum(Tensor mask) => (int)mask.sum().item<long>();
    }

    [Fact]
    public void Only_queries_see_the_picture()
    {
        var model = new QFormer(Tiny);
        Tensor sequence = randn(1, 10, 16), image = randn(1, 5, 6);
        InfluenceMatrix Under(Tensor mask) => Influence.Of(x => model.Encode(sequence, 4, x, mask), image);
        Assert.True(Under(QFormerMask.Contrast(4, 6)).Matches((row, _) => row < 4));
        Assert.True(Under(QFormerMask.Generate(4, 6)).Matches((_, _) => true));
    }

    [Fact]
    public void Padding_changes_nothing()
    {
        var model = new StageOne(Tiny, End);
        Tensor image = randn(2, 5, 6);
        Tensor padded = tensor(new long[,] { { 17, 3, End, 0, 0 }, { 17, 3, End, 7, 9 } }), plain = padded[.., ..3];
        Assert.True(model.EmbedTexts(padded).allclose(model.EmbedTexts(plain), atol: 1e-6));
        Assert.True(model.Match(image, padded).allclose(model.Match(image, plain), atol: 1e-6));
        Assert.Equal(model.GenerateLoss(image, plain).item<float>(), model.GenerateLoss(image, padded).item<float>(), 5);
    }

    [Fact]
    public void A_hard_negative_is_never_the_partner_and_mostly_the_most_alike()
    {
        Tensor logits = tensor(new float[,] { { 9, 4, 0 }, { 0, 9, 4 }, { 4, 0, 9 } });
        long[][] drawn = [.. Enumerable.Range(0, 200).Select(_ => QFormerLoss.HardNegatives(logits).data<long>().ToArray())];
        Assert.All(drawn, one => Assert.True(one[0] != 0 && one[1] != 1 && one[2] != 2));
        Assert.InRange(drawn.Count(one => one[0] == 1), 185, 200);
    }

    [Fact]
    public void Untrained_losses_are_those_of_guessing()
    {
        var model = new StageOne(Tiny, End);
        Tensor tokens = tensor(new long[,] { { 17, 3, 4, End }, { 17, 5, 6, End }, { 17, 7, 8, End }, { 17, 9, 10, End } });
        StageOneLosses losses = model.call(randn(4, 5, 6), tokens);
        Assert.Equal(Math.Log(4), losses.Contrast.item<float>(), 0.5);
        Assert.Equal(Math.Log(2), losses.Match.item<float>(), 0.3);
        Assert.Equal(Math.Log(20), losses.Generate.item<float>(), 0.5);
        Assert.Equal(losses.Contrast.item<float>() + losses.Match.item<float>() + losses.Generate.item<float>(),
            losses.Total.item<float>(), 4);
    }

    [Fact]
    public void The_token_that_begins_a_text_is_no_other_token() =>
        Assert.Contains("19 begins a text", Assert.Throws<ArgumentException>(() => new StageOne(Tiny, end: 19)).Message);

    [Fact]
    public void A_model_without_texts_says_so()
    {
        var model = new QFormer(Tiny with { VocabularySize = 0 });
        Assert.Contains("no part that reads texts", Assert.Throws<ArgumentException>(() => model.EmbedTexts(zeros(1, 2, ScalarType.Int64))).Message);
        Assert.Contains("do not fit", Assert.Throws<ArgumentException>(() => new QFormer(Tiny).EmbedTexts(zeros(1, 9, ScalarType.Int64))).Message);
    }

    [Fact]
    public void A_captioner_scores_what_it_reads_and_a_blind_one_ignores_the_picture()
    {
        BytePairTokenizer tokenizer = BytePairTokenizer.Train([" a picture of a red fox", " a picture of a blue whale"], 280);
        var language = new Gpt(new GptConfig { VocabularySize = tokenizer.VocabularySize, Width = 16, Depth = 1, Heads = 2, ContextLength = 48 });
        var seeing = new Captioner(new QFormerBridge(Tiny, 16), language, tokenizer);
        var blind = new Captioner(null, language, tokenizer);
        Tensor image = randn(2, 5, 6);
        string[] texts = ["a red fox", "a blue whale"];
        Tensor each = seeing.LogProbability(image, "a picture of", texts);
        long count = LanguageLoss.Targets(tokenizer.Batch(texts, 48), tokenizer.End).greater_equal(0).sum().item<long>();
        Assert.Equal(-each.sum().item<float>() / count, seeing.Loss(image, "a picture of", texts).item<float>(), 4);
        Assert.Equal(blind.Loss(image, "a picture of", texts).item<float>(), blind.Loss(-image, "a picture of", texts).item<float>(), 6);
        Assert.NotEqual(seeing.Loss(image, "a picture of", texts).item<float>(), seeing.Loss(-image, "a picture of", texts).item<float>(), 6);
        Assert.Equal(Tiny.Queries + blind.Prompt(image, "a red").shape[1], seeing.Prompt(image, "a red").shape[1]);
    }

    [Fact]
    public void A_captioner_writes_for_each_picture_what_its_beam_search_finds()
    {
        BytePairTokenizer tokenizer = BytePairTokenizer.Train([" a picture of a red fox", " a picture of a blue whale"], 280);
        var language = new Gpt(new GptConfig { VocabularySize = tokenizer.VocabularySize, Width = 16, Depth = 1, Heads = 2, ContextLength = 48 });
        var captioner = new Captioner(new QFormerBridge(Tiny, 16), language, tokenizer);
        Tensor image = randn(3, 5, 6) * 4;
        string Best(int picture, int width) => captioner.Text(
            Decoding.Beam(language, captioner.Prompt(image[picture..(picture + 1)], "a"), tokenizer.End, 9, width)[0].Tokens);
        foreach (int width in new[] { 1, 4 })
            Assert.Equal([.. Enumerable.Range(0, 3).Select(i => Best(i, width))], captioner.Write(image, "a", width, most: 9));
        Assert.Throws<ArgumentException>(() => captioner.Write(image, "a", beam: 0));
    }
}
