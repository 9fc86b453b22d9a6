using Course.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

public sealed class FusionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public FusionTests() => manual_seed(1);

    [Fact]
    public void Collate_marks_what_is_missing_and_fills_it_with_zeros()
    {
        var batch = MultimodalBatch.Collate([new([ones(2), null], 3), new([ones(2), 2 * ones(2)], 1)]);
        Assert.Equal([true, false, true, true], batch.Present.data<bool>().ToArray());
        Assert.Equal([1f, 1, 0, 0, 1, 1, 2, 2], batch.Values.data<float>().ToArray());
        Assert.Equal([3L, 1], batch.Labels.data<long>().ToArray());
    }

    [Fact]
    public void Collate_refuses_items_that_say_nothing_or_do_not_fit()
    {
        Assert.Throws<ArgumentException>(() => MultimodalBatch.Collate([]));
        Assert.Throws<ArgumentException>(() => MultimodalBatch.Collate([new([null, null], 0)]));
        Assert.Throws<ArgumentException>(() => MultimodalBatch.Collate([new([ones(1)], 0), new([ones(1), ones(1)], 0)]));
    }

    [Fact]
    public void A_batch_without_a_modality_keeps_the_others()
    {
        var batch = MultimodalBatch.Collate([new([ones(1), 2 * ones(1), 3 * ones(1)], 0)]).Without(1);
        Assert.Equal([1f, 0, 3], batch.Values.data<float>().ToArray());
        Assert.Equal([true, false, true], batch.Present.data<bool>().ToArray());
    }

    [Fact]
    public void Questions_are_balanced_in_every_group_and_name_the_odd_one()
    {
        var things = arange(6).to(ScalarType.Float32).unsqueeze(1);
        var batch = new OddOneOut(things, things, things, [0, 1, 2, 3, 4, 5], [1, 3, 4]).Batch(number: 5, pairs: 20);
        foreach (var group in batch.Labels.data<long>().Chunk(OddOneOut.GroupSize))
            Assert.Equal([0L, 0, 1, 1, 2, 2, 3, 3], group.Order());

        for (var i = 0; i < batch.Labels.shape[0]; i++)
        {
            var (picture, text, sound) = (Value(i, 0), Value(i, 1), Value(i, 2));
            var odd = picture == text && text == sound ? 0 : text == sound ? 1 : picture == sound ? 2 : 3;
            Assert.Equal(odd, batch.Labels[i].item<long>());
            Assert.All(new[] { picture, text, sound }, value => Assert.Contains(value, new[] { 1f, 3f, 4f }));
        }

        float Value(int item, int modality) => batch.Values[item, modality, 0].item<float>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Co_attention_bears_missing_streams_and_a_closed_gate_passes_all_on(bool gated)
    {
        var layer = new CoAttention(streams: 3, width: 8, heads: 2, gated);
        var streams = randn(2, 3, 2, 8);
        var present = tensor(new[] { true, false, false, true, true, true }).view(2, 3);
        var after = layer.call(streams, present);
        Assert.True(after.isfinite().all().item<bool>());
        Assert.Equal(gated, after.allclose(streams));
        Assert.Equal(gated ? 0 : 1, layer.Opening);
    }

    [Fact]
    public void What_stands_in_the_place_of_a_missing_modality_does_not_matter()
    {
        var (values, garbage) = (randn(2, 3, 8), randn(2, 3, 8));
        var present = tensor(new[] { true, true, false, false, true, true }).view(2, 3);
        var other = where(present.unsqueeze(-1), values, garbage);
        nn.Module<Tensor, Tensor, Tensor>[] models =
        [
            new LateFusion(8, 3, 4, 5), new EarlyFusion(8, 3, 2, 8, 1, 2, 5), new CoAttentionFusion(8, 3, 2, 8, 2, 5),
        ];
        Assert.All(models, model => Assert.True(model.call(values, present).allclose(model.call(other, present), 1e-4, 1e-5)));
        Assert.All(models, model => Assert.Equal([2L, 5], model.call(values, present).shape));
    }

    [Fact]
    public void Second_differences_tell_sums_from_products()
    {
        var (x, y) = (randn(4, 3, 2), randn(4, 3, 2));
        var sum = Additivity.SecondDifference(v => v[.., 0].exp() + v[.., 1], x, y, 0, 1);
        var product = Additivity.SecondDifference(v => v[.., 0] * v[.., 1], x, y, 0, 1);
        Assert.True(sum.allclose(zeros(4, 2), 0, 1e-5));
        Assert.True(product.allclose((x[.., 0] - y[.., 0]) * (x[.., 1] - y[.., 1]), 1e-4, 1e-5));
    }

    [Fact]
    public void Training_returns_to_the_weights_that_validation_liked_best()
    {
        var batch = MultimodalBatch.Collate([.. Enumerable.Range(0, 8).Select(i => new MultimodalItem([randn(4), randn(4)], i % 2))]);
        var model = new LateFusion(4, 2, 4, 2);
        var settings = new ClipTraining { Steps = 12, WarmUp = 1, LearningRate = 0.5 };
        var history = FusionTraining.Fit(model, _ => batch with { Labels = 1 - batch.Labels }, batch, settings, every: 3);
        Assert.Equal([3L, 6, 9, 12], history.Select(look => look.Step));
        Assert.Equal(history.Min(look => look.Validation), FusionTraining.Measure(model, batch).Loss, 5);
    }

    [Fact]
    public void Visual_words_follow_the_tree()
    {
        var heaps = tensor(new float[] { 0, 1, 100, 101 }).repeat_interleave(5).unsqueeze(1);
        var tree = HierarchicalKMeans.Of(heaps, branches: 2, depth: 2);
        var words = tree.WordsOf(heaps).data<long>().Chunk(5).ToArray();
        Assert.All(words, heap => Assert.Single(heap.Distinct()));
        Assert.Equal(4, words.Select(heap => heap[0]).Distinct().Count());
        Assert.Equal(words[0][0] / 2, words[1][0] / 2);
        Assert.Equal(4, tree.Words);
    }

    [Fact]
    public void A_node_with_too_few_vectors_stays_whole()
    {
        var tree = HierarchicalKMeans.Of(tensor(new float[] { 0, 10, 20 }).unsqueeze(1), branches: 3, depth: 2);
        Assert.All(tree.WordsOf(tensor(new float[] { 0, 10, 20 }).unsqueeze(1)).data<long>().ToArray(), word => Assert.Equal(0, word % 3));
        Assert.Throws<ArgumentException>(() => HierarchicalKMeans.Of(zeros(2, 1), branches: 3, depth: 1));
    }

    [Fact]
    public void A_sentence_is_text_and_video_between_its_marks()
    {
        var sentences = new VideoSentences(["a b", "b"], tensor(new long[] { 5, 6, 7, 8 }).view(2, 2), ["a", "b"], textLength: 2);
        Assert.Equal([1L, 5, 0, 2, 13, 14, 2], sentences.Sequence(text: 1, clip: 1));
        Assert.Equal((7, 4, 1), (sentences.Length, sentences.VisualStart, sentences.LastWord(1)));
        Assert.Throws<KeyNotFoundException>(() => new VideoSentences(["c"], zeros([1, 1], ScalarType.Int64), ["a"], 1));
    }

    [Fact]
    public void Masks_tell_nothing_of_the_alignment()
    {
        var words = arange(20).view(10, 2);
        string[] lexicon = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
        var (sequences, targets, aligned) = new VideoSentences(lexicon, words, lexicon, textLength: 1).Batch(1, 600, masked: 0.5);
        var masked = sequences.eq(VideoBert.Mask).to(ScalarType.Float32).sum(1);
        var (right, wrong) = (masked[aligned.eq(1)].mean().item<float>(), masked[aligned.eq(0)].mean().item<float>());
        Assert.Equal(right, wrong, 0.2);
        Assert.Equal(0, targets[aligned.eq(0)].ne(-100).sum().item<long>());
    }

    [Fact]
    public void VideoBert_does_not_look_at_padding()
    {
        var model = new VideoBert(vocabulary: 20, length: 5, width: 8, depth: 2, heads: 2);
        var sequence = tensor(new long[] { 1, 6, 0, 2, 9 }).view(1, 5);
        var (words, alignment) = model.call(sequence);
        Assert.Equal([1L, 5, 20], words.shape);
        Assert.Equal([1L], alignment.shape);
        using var noGrad = no_grad();
        var embedding = model.named_parameters().First(parameter => parameter.name == "words.weight").parameter;
        embedding[0] = 100 * ones(8);
        Assert.True(model.call(sequence).Alignment.allclose(alignment, 1e-4, 1e-5));
    }

    public void Dispose() => _scope.Dispose();
}
