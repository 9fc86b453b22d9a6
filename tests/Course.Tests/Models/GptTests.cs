using Course.Data;
using Course.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

[Collection(Support.RandomNumbersCollection.Name)]
public sealed class GptTests : IDisposable
{
    private const long End = 19;

    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Gpt _model;

    public GptTests()
    {
        manual_seed(3);
        _model = new Gpt(new GptConfig { VocabularySize = 20, ContextLength = 16, Width = 16, Depth = 2, Heads = 2 });
        // Larger weights make a model with opinions.
        using IDisposable noGrad = no_grad();
        foreach (var parameter in _model.parameters()) parameter.mul_(parameter.dim() == 2 ? 12 : 1);
        _model.eval();
    }

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void The_smallest_GPT_2_has_the_published_number_of_parameters()
    {
        // Blocks are alike, so two depths tell the count at any.
        long At(long depth) => new Gpt(GptConfig.Gpt2 with { Depth = depth }).parameters().Sum(p => p.numel());
        Assert.Equal(124_439_808, At(1) + (11 * (At(2) - At(1))));
    }

    [Fact]
    public void A_sequence_read_in_pieces_gives_the_scores_of_the_whole()
    {
        Tensor tokens = randint(0, 20, [2, 9]);
        Tensor whole = _model.call(tokens);
        var cache = new KeyValueCache();
        Tensor[] pieces = [.. new[] { (0, 4), (4, 1), (5, 3), (8, 1) }.Select(
            part => _model.Read(_model.Embed(tokens.narrow(1, part.Item1, part.Item2)), cache))];
        Assert.Equal(9, cache.Length);
        Assert.True(cat(pieces, 1).allclose(whole, atol: 1e-5));
    }

    [Fact]
    public void Kept_sequences_of_a_cache_go_on_as_their_own()
    {
        Tensor tokens = randint(0, 20, [3, 5]);
        var cache = new KeyValueCache();
        _model.Read(_model.Embed(tokens[.., ..4]), cache);
        cache.Keep([2, 0, 2]);
        Tensor chosen = tokens.index_select(0, tensor(new long[] { 2, 0, 2 }));
        Assert.True(_model.Read(_model.Embed(chosen[.., 4..]), cache).allclose(_model.call(chosen)[.., 4..], atol: 1e-5));
    }

    [Fact]
    public void A_sequence_longer_than_the_context_is_refused()
    {
        Assert.Contains("17 does not fit into a context of 16", Assert.Throws<ArgumentException>(() => _model.call(zeros(1, 17, ScalarType.Int64))).Message);
    }

    [Fact]
    public void The_cache_changes_no_token()
    {
        Tensor prompt = _model.Embed(randint(0, 18, [6, 3]));
        long[][] with = Decoding.Greedy(_model, prompt, End, 12), without = Decoding.Greedy(_model, prompt, End, 12, useCache: false);
        Assert.Equal(without, with);
        Assert.True(with.Sum(text => text.Length) > 12, "the texts are too short to tell");
    }

    [Fact]
    public void A_full_context_ends_a_text()
    {
        Tensor prompt = _model.Embed(randint(0, 18, [4, 13]));
        const int never = 20;
        Assert.All(Decoding.Greedy(_model, prompt, never, 30), text => Assert.Equal(4, text.Length));
        Assert.All(Decoding.Beam(_model, prompt[..1], never, 30, 3), text => Assert.Equal(4, text.Tokens.Length));
    }

    [Fact]
    public void A_beam_of_one_is_greedy_and_a_wide_one_finds_the_best_of_all()
    {
        Tensor prompt = _model.Embed(randint(0, 18, [1, 3]));
        Assert.Equal(Decoding.Greedy(_model, prompt, End, 8)[0], Decoding.Beam(_model, prompt, End, 8, 1)[0].Tokens);

        // All texts of at most two tokens, scored without the search.
        var all = new List<(long[] Tokens, double Score)>();
        Tensor first = _model.Read(prompt)[0, -1].log_softmax(0);
        all.Add(([], first[End].item<float>()));
        for (long a = 0; a < End; a++)
        {
            Tensor second = _model.Read(cat([prompt, _model.Embed(tensor(new[,] { { a } }))], 1))[0, -1].log_softmax(0);
            for (long b = 0; b < 20; b++)
                all.Add((b == End ? [a] : [a, b], (first[a].item<float>() + second[b].item<float>()) / 2));
        }

        var (tokens, score) = Decoding.Beam(_model, prompt, End, 2, 20)[0];
        var best = all.MaxBy(text => text.Score);
        Assert.Equal(best.Tokens, tokens);
        Assert.Equal(best.Score, score, 4);
        Assert.Contains("at least one beginning", Assert.Throws<ArgumentException>(() => Decoding.Beam(_model, prompt, End, 2, 0)).Message);
    }

    [Fact]
    public void A_tiny_nucleus_is_greedy_and_a_large_one_draws_by_probability()
    {
        Tensor prompt = _model.Embed(randint(0, 18, [1, 3]));
        Assert.Equal(Decoding.Greedy(_model, prompt, End, 6), Decoding.Nucleus(_model, prompt, End, 6, 1e-6, new SeededRandom(1)));

        const int lots = 4000;
        Tensor probabilities = _model.Read(prompt)[0, -1].softmax(0);
        long[][] drawn = Decoding.Nucleus(_model, prompt.expand(lots, -1, -1), End, 1, 1, new SeededRandom(2));
        foreach (long token in Enumerable.Range(0, 20))
        {
            double share = drawn.Count(text => token == End ? text.Length == 0 : text is [var one] && one == token) / (double)lots;
            Assert.Equal(probabilities[token].item<float>(), share, 0.04);
        }

        long top = probabilities.argmax().item<long>();
        double most = probabilities.max().item<float>();
        Assert.All(Decoding.Nucleus(_model, prompt.expand(50, -1, -1), End, 1, most * 0.99, new SeededRandom(3)),
            text => Assert.Equal(top == End ? [] : [top], text));
        Assert.Throws<ArgumentException>(() => Decoding.Nucleus(_model, prompt, End, 1, 0, new SeededRandom(1)));
    }

    [Fact]
    public void Padding_has_no_loss()
    {
        Tensor tokens = tensor(new long[,] { { 18, 4, 5, End, 0, 0 }, { 18, 1, 2, 3, 4, End } });
        Tensor targets = LanguageLoss.Targets(tokens, End), scores = _model.call(tokens[.., ..^1]);
        Assert.Equal([4, 5, End, -100, -100], targets[0].data<long>().ToArray());
        Tensor alone = LanguageLoss.OfEach(_model.call(tokens[..1, ..3]), targets[..1, ..3]);
        Assert.Equal(alone.item<float>(), LanguageLoss.OfEach(scores, targets)[0].item<float>(), 4);
        Assert.Equal(LanguageLoss.OfEach(scores, targets).sum().item<float>() / 8, LanguageLoss.Mean(scores, targets).item<float>(), 4);
    }

    [Fact]
    public void Tanh_stands_in_for_the_error_function()
    {
        Tensor x = linspace(-5, 5, 401);
        Tensor difference = (new TanhGelu().call(x) - nn.functional.gelu(x)).abs();
        Assert.InRange(difference.max().item<float>(), 4e-4f, 5e-4f);
    }
}
