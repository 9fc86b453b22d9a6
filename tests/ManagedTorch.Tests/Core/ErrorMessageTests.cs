using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using TensorIndex = TorchSharp.torch.TensorIndex;

namespace ManagedTorch.Tests.Core;

/// <summary>Wrong shapes: the message names the operation and the shapes, and the engine goes on.</summary>
public sealed class ErrorMessageTests
{
    private static readonly Tensor A = ones(2, 3);
    private static readonly Tensor B = ones(4, 5);
    private static readonly Tensor Cube = ones(2, 3, 4);

    private static readonly Dictionary<string, (Action Use, string[] Words)> Mistakes = new()
    {
        ["matmul"] = (() => A.matmul(B), ["matmul", "(2, 3)", "(4, 5)"]),
        ["matmul batches"] = (() => ones(2, 3, 4).matmul(ones(5, 4, 3)), ["matmul", "(2, 3, 4)", "(5, 4, 3)"]),
        ["matmul vector"] = (() => A.matmul(ones(4)), ["matmul", "(2, 3)", "(4,)"]),
        ["matmul vector left"] = (() => ones(4).matmul(A), ["matmul", "(4,)", "(2, 3)"]),
        ["matmul number"] = (() => A.matmul(ones([])), ["matmul", "(2, 3)", "()"]),
        ["matmul types"] = (() => A.matmul(ones([3, 2], ScalarType.Float64)), ["matmul", "Float32", "Float64"]),
        ["mm"] = (() => A.mm(B), ["mm", "(2, 3)", "(4, 5)"]),
        ["bmm"] = (() => Cube.bmm(ones(3, 4, 5)), ["bmm", "(2, 3, 4)", "(3, 4, 5)"]),
        ["mv"] = (() => A.mv(ones(4)), ["mv", "(2, 3)", "(4,)"]),
        ["dot"] = (() => ones(3).dot(ones(4)), ["dot", "(3,)", "(4,)"]),
        ["add"] = (() => (A + B).sum(), ["add", "(2, 3)", "(4, 5)"]),
        ["mul"] = (() => (A * B).sum(), ["mul", "(2, 3)", "(4, 5)"]),
        ["where"] = (() => where(A > 0, A, B), ["where", "(2, 3)", "(4, 5)"]),
        ["compare"] = (() => _ = A > B, ["gt", "(2, 3)", "(4, 5)"]),
        ["masked_fill"] = (() => A.masked_fill(B > 0, 1), ["(2, 3)", "(4, 5)"]),
        ["linear"] = (() => linear(A, B), ["linear", "(2, 3)", "(4, 5)"]),
        ["linear bias"] = (() => linear(A, ones(5, 3), ones(4)), ["linear", "(5, 3)", "(4,)"]),
        ["conv2d"] = (() => conv2d(ones(1, 3, 8, 8), ones(4, 2, 3, 3)), ["conv2d", "(1, 3, 8, 8)", "(4, 2, 3, 3)"]),
        ["conv2d too small"] = (() => conv2d(ones(1, 3, 2, 2), ones(4, 3, 3, 3)), ["conv2d", "(1, 3, 2, 2)", "(4, 3, 3, 3)"]),
        ["conv2d bias"] = (() => conv2d(ones(1, 3, 8, 8), ones(4, 3, 3, 3), ones(5)), ["conv2d", "(4, 3, 3, 3)", "(5,)"]),
        ["max_pool2d"] = (() => max_pool2d(A, 2), ["max_pool2d", "(2, 3)"]),
        ["layer_norm"] = (() => layer_norm(A, [4]), ["layer_norm", "(2, 3)", "(4,)"]),
        ["layer_norm weight"] = (() => layer_norm(A, [3], ones(2)), ["layer_norm", "(3,)", "(2,)"]),
        ["batch_norm"] = (() => batch_norm(ones(2, 3, 4, 4), zeros(2), ones(2)), ["batch_norm", "(2, 3, 4, 4)", "(2,)"]),
        ["cross_entropy"] = (() => cross_entropy(A, tensor(new long[] { 1, 2, 0 })), ["cross_entropy", "(2, 3)", "(3,)"]),
        ["cross_entropy class"] = (() => cross_entropy(A, tensor(new long[] { 1, 3 })), ["cross_entropy", "3"]),
        ["cross_entropy type"] = (() => cross_entropy(A, tensor(new[] { 1, 2 })), ["cross_entropy", "Int64", "Int32"]),
        ["cross_entropy weight"] = (() => cross_entropy(A, tensor(new long[] { 1, 2 }), ones(2)), ["cross_entropy", "(2, 3)", "(2,)"]),
        ["nll_loss"] = (() => nll_loss(A, tensor(new long[] { 1, 2, 0 })), ["nll_loss", "(2, 3)", "(3,)"]),
        ["attention width"] = (() => scaled_dot_product_attention(ones(5, 4), ones(6, 3), ones(6, 3)),
            ["scaled_dot_product_attention", "(5, 4)", "(6, 3)"]),
        ["attention keys"] = (() => scaled_dot_product_attention(ones(5, 4), ones(6, 4), ones(7, 4)),
            ["scaled_dot_product_attention", "(6, 4)", "(7, 4)"]),
        ["attention batch"] = (() => scaled_dot_product_attention(ones(2, 5, 4), ones(3, 6, 4), ones(3, 6, 4)), ["(2, 5, 4)", "(3, "]),
        ["attention mask"] = (() => scaled_dot_product_attention(ones(5, 4), ones(6, 4), ones(6, 4), ones(5, 5)),
            ["scaled_dot_product_attention", "(5, 5)"]),
        ["reshape"] = (() => A.reshape(4, 2), ["reshape", "(2, 3)", "(4, 2)"]),
        ["reshape infer"] = (() => A.reshape(4, -1), ["reshape", "(2, 3)", "(4, -1)"]),
        ["view"] = (() => A.t().view(6), ["view", "(3, 2)", "(6,)", "reshape()"]),
        ["permute"] = (() => Cube.permute(0, 1), ["permute", "(2, 3, 4)"]),
        ["permute twice"] = (() => Cube.permute(0, 1, 1), ["permute", "(2, 3, 4)"]),
        ["transpose"] = (() => A.transpose(0, 2), ["transpose", "2"]),
        ["expand"] = (() => A.expand(2, 4), ["expand", "(2, 3)", "(2, 4)"]),
        ["cat"] = (() => cat([A, B]), ["cat", "(2, 3)", "(4, 5)"]),
        ["cat nothing"] = (() => cat(Array.Empty<Tensor>()), ["cat"]),
        ["stack"] = (() => stack([A, B]), ["stack", "(2, 3)", "(4, 5)"]),
        ["split"] = (() => Cube.split([1, 2], 2), ["split", "(2, 3, 4)"]),
        ["narrow"] = (() => A.narrow(1, 2, 2), ["narrow", "(2, 3)"]),
        ["select"] = (() => A.select(1, 3), ["select", "3", "(2, 3)"]),
        ["number index"] = (() => _ = A[2], ["2", "(2, 3)"]),
        ["too many indices"] = (() => _ = A[0, 0, 0], ["3", "2"]),
        ["list index"] = (() => _ = A[tensor(new long[] { 5 })], ["5", "(2, 3)"]),
        ["mask index"] = (() => _ = A[ones([3], ScalarType.Bool)], ["(2, 3)", "(3,)"]),
        ["assign"] = (() => A.clone()[0] = ones(4), ["(3,)", "(4,)"]),
        ["gather"] = (() => A.gather(1, tensor(new long[] { 0 })), ["gather", "(2, 3)", "(1,)"]),
        ["gather position"] = (() => A.gather(1, tensor(new long[] { 0, 3 }).reshape(2, 1)), ["gather", "3"]),
        ["scatter source"] = (() => A.scatter_add(1, zeros([2, 2], ScalarType.Int64), ones(2, 1)), ["scatter_add", "(2, 2)", "(2, 1)"]),
        ["layer_norm types"] = (() => layer_norm(A, [3], ones([3], ScalarType.Float64)), ["layer_norm", "Float32", "Float64"]),
        ["conv2d types"] = (() => conv2d(ones(1, 3, 8, 8), ones([4, 3, 3, 3], ScalarType.Float64)), ["conv2d", "Float32", "Float64"]),
        ["linear types"] = (() => linear(A, ones([4, 3], ScalarType.Float64)), ["linear", "Float32", "Float64"]),
        ["index_select"] = (() => A.index_select(0, tensor(new long[] { 2 })), ["index_select", "2"]),
        ["sum dimension"] = (() => A.sum(dim: 2), ["sum", "2"]),
        ["softmax dimension"] = (() => A.softmax(2), ["softmax", "2"]),
        ["softmax of integers"] = (() => arange(3).softmax(0), ["softmax", "Int64"]),
        ["mean of integers"] = (() => arange(3).mean(), ["mean", "Int64"]),
        ["sum(0)"] = (() => A.sum(0), ["sum(dim: 0)"]),
        ["max of nothing"] = (() => zeros(0, 3).max(), ["max", "(0, 3)"]),
        ["item"] = (() => A.item<float>(), ["item", "(2, 3)"]),
        ["item type"] = (() => A.sum().item<double>(), ["item", "Float32", "Float64"]),
        ["data type"] = (() => A.data<long>(), ["data", "Float32", "Int64"]),
        ["topk"] = (() => A.topk(4), ["topk", "(2, 3)"]),
        ["einsum lengths"] = (() => einsum("ij,jk->ik", A, B), ["einsum", "(2, 3)", "(4, 5)", "j"]),
        ["einsum operands"] = (() => einsum("ij,jk->ik", A), ["einsum", "2", "1"]),
        ["einsum dimensions"] = (() => einsum("i->i", A), ["einsum", "(2, 3)"]),
        ["one_hot"] = (() => one_hot(tensor(new long[] { 0, 5 }), 3), ["one_hot", "3"]),
        ["mse_loss"] = (() => mse_loss(A, B), ["(2, 3)", "(4, 5)"]),
        ["pad"] = (() => pad(A, (-2, -2)), ["pad", "(2, 3)"]),
        ["interpolate"] = (() => interpolate(A, [2]), ["interpolate", "(2, 3)"]),
        ["unfold"] = (() => unfold(ones(1, 1, 3, 3), 4), ["unfold", "(1, 1, 3, 3)"]),
        ["from values"] = (() => tensor(new[] { 1f, 2f, 3f }, [2, 2]), ["(2, 2)", "3"]),
        ["negative length"] = (() => zeros(-1), ["-1"]),
        ["dropout"] = (() => dropout(A, 1.5), ["dropout", "1.5"]),
        ["subtract truths"] = (() => _ = (A > 0) - (A > 1), ["sub"]),
        ["divide integers by zero"] = (() => tensor(new long[] { 1 }).floor_divide(0), ["floor_divide"]),
        ["remainder by zero"] = (() => _ = tensor(new long[] { 1 }) % 0, ["remainder"]),
        ["no fft of float16"] = (() => fft.rfft(A.to(ScalarType.Float16)), ["Float16", "Float32"]),
        ["no gpu"] = (() => A.cuda(), ["CPU"]),
    };

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_told_in_one_line(string name)
    {
        var (use, words) = Mistakes[name];
        var error = Record.Exception(use);
        Assert.NotNull(error);
        Assert.True(error is ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or DivideByZeroException, $"{error.GetType().Name}: {error.Message}");
        Assert.All(words, word => Assert.Contains(word, error.Message));
        Assert.Equal(6f, A.sum().item<float>());
    }

    [Fact]
    public void An_error_while_a_pass_runs_leaves_the_engine_usable()
    {
        var x = ones(3).requires_grad_();
        var weights = ones(3);
        var y = x * weights;
        weights.add_(1);
        Assert.Throws<InvalidOperationException>(() => y.sum().backward());
        Assert.True(is_grad_enabled());
        Assert.Null(CurrentDisposeScope);
        (x * 2).sum().backward();
        Assert.Equal([2f, 2f, 2f], x.grad!.data<float>().ToArray());
        Assert.Equal(1f, x.detach()[TensorIndex.Ellipsis, 0].item<float>());
    }
}
