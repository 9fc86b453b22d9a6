using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using TensorIndex = TorchSharp.torch.TensorIndex;

namespace ManagedTorch.Tests.Operations;

/// <summary>A batch without rows goes through every operation, forward and backward, and keeps its other lengths.</summary>
public sealed class EmptyTensorTests
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Function, long[] Shape)> Rows = new()
    {
        ["exp"] = (x => x.exp(), [0, 4]),
        ["gelu"] = (x => x.gelu(), [0, 4]),
        ["relu"] = (x => x.relu(), [0, 4]),
        ["add"] = (x => x + ones(4), [0, 4]),
        ["mul"] = (x => x * x, [0, 4]),
        ["clamp"] = (x => x.clamp(0, 1), [0, 4]),
        ["where"] = (x => where(x > 0, x, 0), [0, 4]),
        ["masked_fill"] = (x => x.masked_fill(x > 0, 1), [0, 4]),
        ["sum"] = (x => x.sum(dim: 1), [0]),
        ["sum of no rows"] = (x => x.sum(dim: 0), [4]),
        ["mean"] = (x => x.mean([1]), [0]),
        ["var"] = (x => x.var(1L), [0]),
        ["max"] = (x => x.max(1).values, [0]),
        ["norm"] = (x => x.norm(1), [0]),
        ["logsumexp"] = (x => x.logsumexp(1), [0]),
        ["prod"] = (x => x.prod(dim: 1), [0]),
        ["cumsum"] = (x => x.cumsum(1), [0, 4]),
        ["cumsum of no rows"] = (x => x.cumsum(0), [0, 4]),
        ["sort"] = (x => x.sort(1).Values, [0, 4]),
        ["sort of no rows"] = (x => x.sort(0).Values, [0, 4]),
        ["topk"] = (x => x.topk(2).values, [0, 2]),
        ["softmax"] = (x => x.softmax(1), [0, 4]),
        ["softmax of no rows"] = (x => x.softmax(0), [0, 4]),
        ["log_softmax"] = (x => x.log_softmax(1), [0, 4]),
        ["matmul"] = (x => x.matmul(ones(4, 3)), [0, 3]),
        ["matmul inner"] = (x => x.t().matmul(x), [4, 4]),
        ["matmul batch"] = (x => x.unsqueeze(1).matmul(ones(4, 3)), [0, 1, 3]),
        ["linear"] = (x => linear(x, ones(3, 4), ones(3)), [0, 3]),
        ["layer_norm"] = (x => layer_norm(x, [4], ones(4), ones(4)), [0, 4]),
        ["batch_norm"] = (x => batch_norm(x, zeros(4), ones(4)), [0, 4]),
        ["conv2d"] = (x => conv2d(x.reshape(0, 1, 2, 2), ones(3, 1, 2, 2)), [0, 3, 1, 1]),
        ["max_pool2d"] = (x => max_pool2d(x.reshape(0, 1, 2, 2), 2), [0, 1, 1, 1]),
        ["avg_pool2d"] = (x => avg_pool2d(x.reshape(0, 1, 2, 2), 2), [0, 1, 1, 1]),
        ["adaptive_avg_pool2d"] = (x => adaptive_avg_pool2d(x.reshape(0, 1, 2, 2), 1), [0, 1, 1, 1]),
        ["attention"] = (x => scaled_dot_product_attention(x.unsqueeze(1), x.unsqueeze(1), x.unsqueeze(1)), [0, 1, 4]),
        ["attention without queries"] = (x => scaled_dot_product_attention(x, ones(3, 4), ones(3, 5)), [0, 5]),
        ["embedding"] = (x => ones(3, 4).index_select(0, zeros([0], ScalarType.Int64)) + x, [0, 4]),
        ["dropout"] = (x => dropout(x), [0, 4]),
        ["normalize"] = (x => normalize(x), [0, 4]),
        ["cosine_similarity"] = (x => cosine_similarity(x, x), [0]),
        ["mse_loss sum"] = (x => mse_loss(x, x.detach(), nn.Reduction.Sum), []),
        ["cross_entropy none"] = (x => cross_entropy(x, zeros([0], ScalarType.Int64), reduction: nn.Reduction.None), [0]),
        ["reshape"] = (x => x.reshape(0, 2, 2), [0, 2, 2]),
        ["reshape infer"] = (x => x.reshape(-1, 2), [0, 2]),
        ["flatten"] = (x => x.flatten(), [0]),
        ["transpose"] = (x => x.t(), [4, 0]),
        ["expand"] = (x => x.unsqueeze(1).expand(0, 3, 4), [0, 3, 4]),
        ["slice"] = (x => x[TensorIndex.Colon, 1..3], [0, 2]),
        ["select"] = (x => x[TensorIndex.Colon, 1], [0]),
        ["chunk"] = (x => x.chunk(2, 1)[1], [0, 2]),
        ["split of no rows"] = (x => x.split(2)[0], [0, 4]),
        ["cat"] = (x => cat([x, ones(2, 4)]), [2, 4]),
        ["stack"] = (x => stack([x, x]), [2, 0, 4]),
        ["gather"] = (x => x.gather(1, zeros([0, 2], ScalarType.Int64)), [0, 2]),
        ["scatter_add"] = (x => x.scatter_add(1, zeros([0, 2], ScalarType.Int64), ones(0, 2)), [0, 4]),
        ["index"] = (x => x[zeros([0], ScalarType.Int64)], [0, 4]),
        ["mask"] = (x => x[x > 0], [0]),
        ["index_put"] = (x => (x * 1).index_put_(ones(0, 4), TensorIndex.Tensor(zeros([0], ScalarType.Int64))), [0, 4]),
        ["flip"] = (x => x.flip(0), [0, 4]),
        ["roll"] = (x => x.roll(1, 0), [0, 4]),
        ["repeat"] = (x => x.repeat(2, 1), [0, 4]),
        ["repeat_interleave"] = (x => x.repeat_interleave(2, 0), [0, 4]),
        ["tril"] = (x => x.tril(), [0, 4]),
        ["pad"] = (x => pad(x, (1, 1)), [0, 6]),
        ["interpolate"] = (x => interpolate(x.reshape(0, 1, 2, 2), [4, 4], mode: InterpolationMode.Bilinear), [0, 1, 4, 4]),
        ["unfold"] = (x => unfold(x.reshape(0, 1, 2, 2), 2), [0, 4, 1]),
        ["einsum"] = (x => einsum("ij,kj->ik", x, ones(3, 4)), [0, 3]),
        ["to"] = (x => x.to(ScalarType.Float64), [0, 4]),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_rows_in_give_no_rows_out(string name)
    {
        using var scope = NewDisposeScope();
        var (function, shape) = Rows[name];
        var x = zeros(0, 4).requires_grad_();
        var y = function(x);
        Assert.Equal(shape, y.shape);
        Assert.True(y.requires_grad);
        y.sum().backward();
        Assert.Equal([0L, 4L], x.grad!.shape);
    }

    [Fact]
    public void The_weights_of_a_layer_get_zeros_from_an_empty_batch()
    {
        Tensor w = ones(3, 4).requires_grad_(), b = ones(3).requires_grad_();
        linear(zeros(0, 4), w, b).sum().backward();
        Assert.Equal(0f, w.grad!.abs().sum().item<float>());
        Assert.Equal(0f, b.grad!.abs().sum().item<float>());
    }

    [Fact]
    public void Questions_about_nothing_have_answers()
    {
        var nothing = zeros(0, 3);
        Assert.Equal(0L, nothing.numel());
        Assert.True((nothing > 0).all().item<bool>());
        Assert.False((nothing > 0).any().item<bool>());
        Assert.True(nothing.mean().isnan().item<bool>());
        Assert.Equal([0L, 2L], nothing.nonzero().shape);
        Assert.Empty(nothing.data<float>().ToArray());
        Assert.NotEmpty(nothing.str());
    }
}
