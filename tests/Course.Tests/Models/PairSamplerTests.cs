using Course.Data;
using Course.Models;
using static TorchSharp.torch;

namespace Course.Tests.Models;

public sealed class PairSamplerTests
{
    [Fact]
    public void A_picture_shows_the_concept_that_its_caption_names()
    {
        PairBatch batch = Sampler(seed: 1).Batch(0, 20);
        Assert.Equal(20, batch.Concepts.Distinct().Count());
        float[] values = batch.Images.select(1, 0).reshape(-1).data<float>().ToArray();
        for (int i = 0; i < 20; i++)
        {
            Assert.Equal($"concept {batch.Concepts[i]}", batch.Captions[i]);
            Assert.Equal(batch.Concepts[i], (int)Math.Round((values[i] + 1) * 127.5) % 20);
        }
    }

    [Fact]
    public void All_styles_are_drawn()
    {
        float[] values = Sampler(seed: 1).Batch(0, 20).Images.select(1, 0).reshape(-1).data<float>().ToArray();
        Assert.Equal(3, values.Select(value => (int)Math.Round((value + 1) * 127.5) / 20).Distinct().Count());
    }

    [Fact]
    public void A_batch_depends_on_the_seed_and_its_number_alone()
    {
        PairSampler first = Sampler(seed: 4), second = Sampler(seed: 4);
        first.Batch(0, 8);
        Assert.Equal(second.Batch(7, 8).Concepts, first.Batch(7, 8).Concepts);
        Assert.NotEqual(first.Batch(6, 8).Concepts, first.Batch(7, 8).Concepts);
        Assert.NotEqual(Sampler(seed: 5).Batch(7, 8).Concepts, first.Batch(7, 8).Concepts);
    }

    [Fact]
    public void Doubles_occur_only_when_asked_for()
    {
        var careless = new PairSampler(Pictures(), (_, _) => "", seed: 1) { Distinct = false };
        Assert.True(careless.Batch(0, 100).Concepts.Distinct().Count() <= 20);
        Assert.Contains("different concepts", Assert.Throws<ArgumentException>(() => Sampler(seed: 1).Batch(0, 21)).Message);
    }

    [Fact]
    public void Pictures_of_another_type_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new PairSampler(zeros([2, 3, 3, 4, 4]), (_, _) => "", 1));
        Assert.Contains("of bytes", error.Message);
    }

    [Fact]
    public void Captions_begin_with_the_label_or_contain_it()
    {
        var random = new SeededRandom(1);
        string[] tags = ["fruit", "food", "diet", "red"];
        string[] captions = [.. Enumerable.Range(0, 200).Select(_ => EmojiCaptions.Write("red apple", tags, random))];
        Assert.All(captions, caption => Assert.Contains("red apple", caption));
        Assert.Contains("red apple", captions);
        Assert.Contains("a drawing of red apple", captions);
        Assert.Contains(captions, caption => caption.Split(", ").Length == 4);
    }

    // Three styles of twenty concepts, one pixel each: style * 20 + concept.
    private static Tensor Pictures() => arange(60).view(3, 20, 1, 1, 1).expand(3, 20, 3, 1, 1).contiguous().to(ScalarType.Byte);

    private static PairSampler Sampler(long seed) => new(Pictures(), (concept, _) => $"concept {concept}", seed);
}
