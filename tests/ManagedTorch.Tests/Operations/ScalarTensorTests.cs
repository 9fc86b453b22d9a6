using TorchSharp;
using static TorchSharp.torch;
using TensorIndex = TorchSharp.torch.TensorIndex;

namespace ManagedTorch.Tests.Operations;

/// <summary>Tensors without dimensions.</summary>
public sealed class ScalarTensorTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Same = new()
    {
        ["sum"] = x => x.sum(), ["sum dim"] = x => x.sum(dim: 0), ["mean"] = x => x.mean(), ["max"] = x => x.max(),
        ["max dim"] = x => x.max(0).values, ["amax"] = x => x.amax(-1),
        ["prod"] = x => x.prod(), ["cumsum"] = x => x.cumsum(0), ["sort"] = x => x.sort().Values, ["flip"] = x => x.flip(0),
        ["reshape"] = x => x.reshape(), ["squeeze"] = x => x.squeeze(),
        ["squeeze dim"] = x => x.squeeze(0), ["ellipsis"] = x => x[TensorIndex.Ellipsis], ["transpose"] = x => x.transpose(0, -1),
        ["t"] = x => x.t(), ["permute"] = x => x.permute(Array.Empty<long>()),
        ["expand"] = x => x.expand(Array.Empty<long>()), ["clone"] = x => x.clone(), ["contiguous"] = x => x.contiguous(),
        ["roll"] = x => x.roll(1), ["where"] = x => where(x > 0, x, x),
        ["add"] = x => x + 0, ["mul"] = x => x * 1, ["neg neg"] = x => x.neg().neg(), ["norm"] = x => x.norm(),
        ["logsumexp"] = x => x.logsumexp(0), ["clamp"] = x => x.clamp(0, 9),
        ["unsqueeze squeeze"] = x => x.unsqueeze(0).squeeze(0), ["gather"] = x => x.gather(0, tensor(0L)),
        ["index_select"] = x => x.index_select(0, tensor(new long[] { 0 })).reshape(),
        ["index_put"] = x => (x * 0).index_put_(x, Array.Empty<TensorIndex>(), accumulate: true),
    };

    public static TheoryData<string> Names => [.. Same.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_number_stays_a_number(string name)
    {
        var x = tensor(2.5f).requires_grad_();
        var y = Same[name](x);
        Assert.Empty(y.shape);
        Assert.Equal(2.5f, y.item<float>(), 5);
        y.backward();
        Assert.Equal(1f, x.grad!.item<float>(), 5);
        Assert.Empty(x.grad!.shape);
    }

    [Fact]
    public void A_number_is_counted_and_read()
    {
        var x = tensor(3L);
        Assert.Equal((0, 1, ScalarType.Int64), (x.ndim, x.numel(), x.dtype));
        Assert.Equal(3, (int)x);
        Assert.Equal(3.0, (double)x);
        Assert.Equal([1L, 3L], stack([tensor(1L), x]).data<long>().ToArray());
        Assert.Equal([3L], x.flatten().data<long>().ToArray());
        Assert.Equal(0L, x.argmax().item<long>());
        Assert.Throws<ArgumentOutOfRangeException>(() => x.sum(dim: 1));
        Assert.Throws<ArgumentException>(() => x[0]);
        Assert.Throws<ArgumentException>(() => cat([x, x]));
    }

    [Fact]
    public void A_number_broadcasts_without_changing_the_type_of_its_kind()
    {
        Assert.Equal(ScalarType.Float32, (ones(2) * tensor(2.0)).dtype);
        Assert.Equal(ScalarType.Float64, (ones([2], ScalarType.Int64) * tensor(2.0)).dtype);
        Assert.Equal(ScalarType.Float32, (ones([2], ScalarType.Int64) * 2.0).dtype);
    }
}
