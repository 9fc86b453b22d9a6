using ManagedTorch.Tests.Kernels;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Operations;

/// <summary>Tensors large enough to be split among threads: whatever works row by row gives each row what it gives that row
/// alone.</summary>
[Collection(KernelCollection.Name)]
public sealed class LargeTensorTests
{
    private const int Rows = 311, Columns = 997;

    private static readonly Tensor Row = rand([Columns], generator: new Generator(1));
    private static readonly Tensor Weights = rand([5, Columns], generator: new Generator(2));

    private static readonly Dictionary<string, Func<Tensor, Tensor>> RowByRow = new()
    {
        ["exp"] = x => x.exp(), ["gelu"] = x => x.gelu(),
        ["cast"] = x => x.to(ScalarType.Float64).to(ScalarType.Float32) + (x * 100).to(ScalarType.Int64), ["add row"] = x => x + Row,
        ["mul sum"] = x => x * x.sum(dim: 1, keepdim: true), ["div columns"] = x => x / (x.amax([1], true) + 1),
        ["compare"] = x => (x > Row).to(ScalarType.Float32) * x,
        ["transposed"] = x => (x.t() + Row.unsqueeze(1)).t() * 2, ["step"] = x => x.slice(1, 1, Columns, 3).exp(),
        ["where"] = x => where(x > 0.5, x, Row), ["maximum"] = x => x.maximum(Row),
        ["pow"] = x => (x + 1).pow(1.5), ["remainder"] = x => x % 0.3, ["sum"] = x => x.sum(dim: 1), ["mean"] = x => x.mean([1]),
        ["var"] = x => x.var(1L),
        ["max"] = x => x.max(1).values, ["argmax"] = x => x.argmax(1).to(ScalarType.Float32) * x.sum(dim: 1), ["norm"] = x => x.norm(1),
        ["logsumexp"] = x => x.logsumexp(1),
        ["cumsum"] = x => x.cumsum(1), ["sort"] = x => x.sort(1).Values, ["topk"] = x => x.topk(3, 1).values,
        ["softmax"] = x => x.softmax(1), ["log_softmax"] = x => x.log_softmax(1),
        ["layer_norm"] = x => layer_norm(x, [Columns], Row, Row), ["linear"] = x => linear(x, Weights),
        ["matmul"] = x => x.matmul(Weights.t()),
        ["batched"] = x => x.unsqueeze(1).matmul(Weights.t().expand(x.shape[0], Columns, 5)).squeeze(1), ["flip"] = x => x.flip(1),
        ["roll"] = x => x.roll(5, 1),
        ["index_select"] = x => x.index_select(1, arange(Columns).flip(0)), ["cat"] = x => cat([x, x * 2], 1),
        ["repeat"] = x => x.repeat(1, 2), ["pad"] = x => pad(x, (3, 4)),
        ["permuted copy"] = x => x.unsqueeze(1).permute(2, 1, 0).contiguous().permute(2, 1, 0).squeeze(1),
        ["attention"] = x => SelfAttention(x.slice(1, 0, 990, 1).reshape(-1, 110, 9)),
        ["conv2d"] = x => conv2d(x.slice(1, 0, 900, 1).reshape(-1, 1, 30, 30), Weights.slice(1, 0, 9, 1).reshape(5, 1, 3, 3),
            padding: [1, 1]),
        ["max_pool2d"] = x => max_pool2d(x.slice(1, 0, 900, 1).reshape(-1, 1, 30, 30), 2),
        ["avg_pool2d"] = x => avg_pool2d(x.slice(1, 0, 900, 1).reshape(-1, 1, 30, 30), 3),
        ["nll"] = x => nll_loss(x, zeros([x.shape[0]], ScalarType.Int64), reduction: nn.Reduction.None),
    };

    private static Tensor SelfAttention(Tensor x) => scaled_dot_product_attention(x, x, x);

    public static TheoryData<string> Names => [.. RowByRow.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_is_treated_as_if_it_were_alone(string name)
    {
        using var scope = NewDisposeScope();
        var function = RowByRow[name];
        var x = rand([Rows, Columns], generator: new Generator(3)).requires_grad_();
        var y = function(x);
        var cotangent = rand(y.shape, generator: new Generator(4));
        y.backward([cotangent]);
        foreach (var row in new[] { 0, 1, 77, 154, 155, 156, 233, Rows - 1 })
        {
            var alone = x.detach()[row..(row + 1)].clone().requires_grad_();
            var result = function(alone);
            result.backward([cotangent[row..(row + 1)].contiguous()]);
            Assert.True(allclose(result, y[row..(row + 1)], 1e-5, 1e-5), $"{name}: row {row}");
            Assert.True(allclose(alone.grad!, x.grad![row..(row + 1)], 1e-4, 1e-5), $"{name}: gradient of row {row}");
        }
    }

    [Fact]
    public void Sums_over_many_rows_are_exact_enough()
    {
        using var scope = NewDisposeScope();
        var x = rand([40_000, 33], generator: new Generator(5));
        var exact = x.to(ScalarType.Float64);
        Assert.True(allclose(x.sum(dim: 0).to(ScalarType.Float64), exact.sum(dim: 0), 1e-6));
        Assert.True(allclose(x.sum().to(ScalarType.Float64), exact.sum(), 1e-6));
        Assert.True(allclose(x.mean([0, 1]).to(ScalarType.Float64), exact.mean([0, 1]), 1e-6));
        Assert.True(allclose(cross_entropy(x, arange(40_000) % 33).to(ScalarType.Float64), cross_entropy(exact, arange(40_000) % 33),
            1e-5));
    }

    [Fact]
    public void Threads_compute_beside_each_other_without_harm()
    {
        var expected = Run(11);
        var results = new float[4];
        var threads = Enumerable.Range(0, results.Length).Select(i => new Thread(() => results[i] = Run(11))).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        Assert.All(results, result => Assert.Equal(expected, result));

        static float Run(ulong seed)
        {
            using var scope = NewDisposeScope();
            var generator = new Generator(seed);
            var w = randn([64, 64], generator: generator).requires_grad_();
            var x = randn([200, 64], generator: generator);
            var total = 0f;
            for (var step = 0; step < 10; step++)
            {
                using var inner = NewDisposeScope();
                var loss = layer_norm(gelu(linear(x, w)), [64]).matmul(w).softmax(-1).log().mean();
                loss.backward();
                using (no_grad())
                    w.sub_(w.grad! * 0.1f);
                w.grad = null;
                total += loss.item<float>();
            }

            return total;
        }
    }
}
