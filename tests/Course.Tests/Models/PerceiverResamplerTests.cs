using Course.Checks;
using Course.Models;
using Course.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

[Collection(RandomNumbersCollection.Name)]
public sealed class PerceiverResamplerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public PerceiverResamplerTests() => manual_seed(1);

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public void However_many_features_the_same_number_of_tokens(long features) =>
        Assert.Equal([2, 4, 16], new PerceiverResampler(16, count: 4, depth: 2, heads: 2).call(randn(2, features, 16)).shape);

    [Fact]
    public void Every_token_sees_every_feature_in_any_order()
    {
        var resampler = new PerceiverResampler(16, count: 4, depth: 2, heads: 2);
        Tensor features = randn(1, 9, 16);
        Assert.True(Influence.Of(resampler.call, features).Matches((_, _) => true));
        Assert.True(resampler.call(features.flip(1)).allclose(resampler.call(features), atol: 1e-5));
    }

    [Fact]
    public void A_closed_gate_is_the_identity_to_the_last_bit_and_an_open_one_is_not()
    {
        var block = new GatedCrossAttentionBlock(16, 12, heads: 2);
        Tensor x = randn(2, 5, 16), context = randn(2, 9, 12);
        Assert.Equal(x.data<float>().ToArray(), block.call(x, context).data<float>().ToArray());
        foreach (string gate in new[] { "attn_gate", "mlp_gate" })
        {
            var open = new GatedCrossAttentionBlock(16, 12, heads: 2);
            using (no_grad()) open.named_parameters().Single(p => p.name == gate).parameter.fill_(0.5);
            Assert.False(open.call(x, context).allclose(x, rtol: 1e-3, atol: 1e-3), gate);
        }
    }

    [Fact]
    public void At_first_only_the_gates_learn()
    {
        var block = new GatedCrossAttentionBlock(16, 12, heads: 2);
        block.call(randn(2, 5, 16), randn(2, 9, 12)).pow(2).sum().backward();
        foreach (var (name, parameter) in block.named_parameters())
            Assert.Equal(name.EndsWith("_gate", StringComparison.Ordinal), parameter.grad!.abs().max().item<float>() > 0);
    }

    public void Dispose() => _scope.Dispose();
}
