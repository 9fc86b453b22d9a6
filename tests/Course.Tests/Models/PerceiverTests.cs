using Course.Checks;
using Course.Models;
using Course.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

[Collection(RandomNumbersCollection.Name)]
public sealed class PerceiverTests : IDisposable
{
    private static readonly PerceiverConfig Tiny = new() { Latents = 4, Width = 16, Layers = 1, Heads = 2 };

    private readonly DisposeScope _scope = NewDisposeScope();

    public PerceiverTests() => manual_seed(1);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    public void An_input_of_any_length_becomes_as_many_latents(long length)
    {
        var encoder = new PerceiverEncoder(5, Tiny);
        Assert.Equal([3, 4, 16], encoder.call(randn(3, length, 5)).shape);
        Tensor weights = encoder.AttentionWeights(randn(3, length, 5));
        Assert.Equal([3, 1, 4, length], weights.shape);
        Assert.True(weights.sum(-1).allclose(ones(3, 1, 4)));
    }

    [Fact]
    public void The_published_model_has_48440627_parameters()
    {
        using var model = new PerceiverIO(261, PerceiverConfig.VisionFourier, outputs: 1000);
        long Part(string prefix) =>
            model.named_parameters().Where(p => p.name.StartsWith(prefix, StringComparison.Ordinal)).Sum(p => p.parameter.numel());
        Assert.Equal(524_288, Part("encoder.latents"));
        Assert.Equal(2_776_395, Part("encoder.cross"));
        Assert.Equal(37_810_176, Part("encoder.blocks"));
        Assert.Equal(7_329_768, Part("decoder") + Part("queries") + Part("head"));
        Assert.Equal(48_440_627, Part(""));
    }

    [Fact]
    public void All_readings_but_the_first_share_their_weights_and_so_do_all_stacks()
    {
        long Count(PerceiverConfig sizes) => new PerceiverEncoder(5, sizes).parameters().Sum(p => p.numel());
        long reading = new CrossAttentionBlock(16, 5).parameters().Sum(p => p.numel());
        Assert.Equal(Count(Tiny), Count(Tiny with { Repeats = 6 }));
        Assert.Equal(Count(Tiny) + reading, Count(Tiny with { Repeats = 2, Readings = 2 }));
        Assert.Equal(Count(Tiny) + reading, Count(Tiny with { Repeats = 8, Readings = 8 }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_order_of_elements_does_not_matter_but_which_place_goes_with_which_value_does(long readings)
    {
        var features = new FourierFeatures(3, 4, 5);
        var encoder = new PerceiverEncoder(2 + features.Channels, Tiny with { Repeats = 3, Readings = readings });
        Tensor values = randn(2, 20, 2), places = features.OfGrid().expand(2, -1, -1), order = randperm(20);
        Tensor asIs = encoder.call(cat([values, places], 2));
        Tensor together = encoder.call(cat([values, places], 2).index_select(1, order));
        Tensor apart = encoder.call(cat([values.index_select(1, order), places], 2));
        Assert.True(together.allclose(asIs, rtol: 1e-4, atol: 1e-5));
        Assert.False(apart.allclose(asIs, rtol: 1e-2, atol: 1e-3));
    }

    [Fact]
    public void Every_latent_sees_every_element_and_no_padding()
    {
        var encoder = new PerceiverEncoder(5, Tiny);
        Tensor input = randn(1, 9, 5);
        Assert.True(Influence.Of(encoder.call, input).Matches((_, _) => true));
        Tensor present = (arange(9) < 6).unsqueeze(0);
        Assert.True(Influence.Of(x => encoder.forward(x, present), input).Matches((_, element) => element < 6));
        Assert.True(encoder.forward(input, present).allclose(encoder.call(input.narrow(1, 0, 6)), atol: 1e-5));
    }

    [Fact]
    public void A_query_is_answered_alone()
    {
        var model = new PerceiverIO(5, Tiny, outputs: 3, queryCount: 2, queryWidth: 6);
        Tensor inputs = randn(2, 9, 5), latents = model.Encoder.call(inputs), asked = randn(2, 7, 6);
        Assert.Equal([2, 2, 3], model.call(inputs).shape);
        Assert.Equal([2, 7, 3], model.Decode(latents, asked).shape);
        Assert.True(Influence.Of(q => model.Decode(latents, q), asked).Matches((answer, query) => answer == query));
        Assert.True(model.Decode(latents, asked.narrow(1, 3, 1)).allclose(model.Decode(latents, asked).narrow(1, 3, 1), atol: 1e-5));
    }

    [Theory]
    [InlineData(new long[] { 2, 3, 6, 5 })]
    [InlineData(new long[] { 2, 3, 30 })]
    [InlineData(new long[] { 2, 3, 2, 5, 3 })]
    public void One_classifier_takes_arrays_of_any_axes(long[] shape)
    {
        var model = new PerceiverClassifier(3, new FourierFeatures(2, shape[2..]), classes: 4, Tiny);
        Assert.Equal([2, 4], model.call(randn(shape)).shape);
        Assert.Contains("(B, 3, sizes...)", Assert.Throws<ArgumentException>(() => model.call(randn(2, 1, 30))).Message);
        Assert.Contains("31 elements", Assert.Throws<ArgumentException>(() => model.call(randn(2, 3, 31))).Message);
    }

    [Fact]
    public void A_classifier_keeps_value_and_place_together_and_without_places_sees_a_bag()
    {
        Tensor pictures = randn(2, 1, 4, 6), shuffled = pictures.flatten(2).index_select(2, randperm(24)).view(2, 1, 4, 6);
        foreach (bool placed in new[] { true, false })
        {
            var model = new PerceiverClassifier(1, placed ? new FourierFeatures(2, 4, 6) : null, classes: 3, Tiny);
            Assert.Equal(!placed, model.call(shuffled).allclose(model.call(pictures), rtol: 1e-3, atol: 1e-4));
        }

        var elements = new PerceiverClassifier(1, new FourierFeatures(2, 4, 6), 3, Tiny).WithPlaces(pictures);
        Assert.True(elements[1, (2 * 6) + 5, 0].allclose(pictures[1, 0, 2, 5]));
        Assert.True(elements[1, (2 * 6) + 5].narrow(0, 1, 2).allclose(tensor(new[] { 1 / 3f, 1f })));
    }

    [Fact]
    public void Kinds_of_input_are_marked_and_can_be_left_out()
    {
        var join = new ModalityEmbedding(8, 5, 3);
        Tensor a = randn(2, 4, 5), b = randn(2, 6, 3);
        Tensor both = join.call([a, b]);
        Assert.Equal([2, 10, 8], both.shape);
        Assert.True(both.narrow(1, 0, 4).narrow(2, 0, 5).allclose(a));
        Assert.True(both.narrow(1, 4, 6).narrow(2, 0, 3).allclose(b));
        Assert.True(both[0, 4].narrow(0, 3, 5).allclose(both[1, 9].narrow(0, 3, 5)));
        Assert.True(join.call([null, b]).allclose(both.narrow(1, 4, 6)));
        Assert.Contains("leaves no room", Assert.Throws<ArgumentException>(() => new ModalityEmbedding(5, 5, 3)).Message);
        Assert.Contains("2 kinds", Assert.Throws<ArgumentException>(() => join.call([a])).Message);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => join.call([null, null])).Message);
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        Assert.Contains("2 readings", Assert.Throws<ArgumentException>(() => new PerceiverEncoder(5, Tiny with { Readings = 2 })).Message);
        Assert.Contains("0 readings", Assert.Throws<ArgumentException>(() => new PerceiverEncoder(5, Tiny with { Readings = 0 })).Message);
        Assert.Contains("2 heads", Assert.Throws<ArgumentException>(() => new PerceiverEncoder(5, Tiny with { CrossHeads = 2 })).Message);
        Assert.Contains("(B, M, 5)", Assert.Throws<ArgumentException>(() => new PerceiverEncoder(5, Tiny).call(randn(2, 9, 4))).Message);
    }

    public void Dispose() => _scope.Dispose();
}
