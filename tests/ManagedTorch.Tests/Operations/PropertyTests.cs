using FsCheck;
using FsCheck.Fluent;
using TorchSharp;
using static TorchSharp.torch;
using TensorIndex = TorchSharp.torch.TensorIndex;

namespace ManagedTorch.Tests.Operations;

/// <summary>Laws that hold for every shape.</summary>
public sealed class PropertyTests
{
    private const int Runs = 150;

    [Fact]
    public void Broadcasting_is_a_loop_over_positions() => ForAnySeed(random =>
    {
        var shape = Shape(random, 4, 4);
        Tensor a = Strided(random, Reduced(random, shape)), b = Strided(random, Reduced(random, shape));
        long[] result = [.. shape];
        var (sum, product, larger) = (a + b, a * b, a > b);
        var expectedShape = Broadcast(a.shape, b.shape);
        Assert.Equal(expectedShape, sum.shape);
        foreach (var position in Positions(expectedShape))
        {
            float x = At(a, position), y = At(b, position);
            Assert.Equal(x + y, Read<float>(sum, position));
            Assert.Equal(x * y, Read<float>(product, position));
            Assert.Equal(x > y, Read<bool>(larger, position));
        }
    });

    [Fact]
    public void Sums_are_loops_over_positions() => ForAnySeed(random =>
    {
        var x = Strided(random, Shape(random, 4, 5));
        long[] dims = [.. Enumerable.Range(0, (int)x.ndim).Where(_ => random.Next(2) == 0).Select(d => (long)d)];
        if (dims.Length == 0)
            return;
        var sum = x.sum(dims, keepdim: true);
        var largest = x.amax(dims, keepdim: true);
        foreach (var position in Positions(sum.shape))
        {
            var elements = Positions(x.shape)
                .Where(p => p.Select((at, d) => dims.Contains(d) || at == position[d]).All(fits => fits))
                .Select(p => Read<float>(x, p)).ToArray();
            Assert.Equal(1, Read<float>(sum, position) / elements.Sum(e => (double)e), 1e-5);
            Assert.Equal(elements.Max(), Read<float>(largest, position));
        }
    });

    [Fact]
    public void Permutations_and_their_inverses_cancel() => ForAnySeed(random =>
    {
        var x = Strided(random, Shape(random, 5, 4));
        long[] order = [.. Enumerable.Range(0, (int)x.ndim).OrderBy(_ => random.Next()).Select(d => (long)d)];
        long[] inverse = [.. Enumerable.Range(0, order.Length).Select(d => (long)Array.IndexOf(order, d))];
        AssertSame(x, x.permute(order).permute(inverse));
        AssertSame(x, x.permute(order).contiguous().permute(inverse));
        AssertSame(x, x.permute(order).reshape(-1).reshape(x.permute(order).shape).permute(inverse));
    });

    [Fact]
    public void Reshaping_keeps_the_order_of_elements() => ForAnySeed(random =>
    {
        var x = Strided(random, Shape(random, 4, 4));
        var flat = x.reshape(-1);
        var merged = x.ndim < 2 ? flat : x.flatten(0, 1);
        var split = flat.unsqueeze(0).unsqueeze(-1).squeeze();
        Assert.Equal(x.data<float>().ToArray(), flat.data<float>().ToArray());
        Assert.Equal(x.data<float>().ToArray(), merged.data<float>().ToArray());
        Assert.Equal(x.data<float>().ToArray(), split.data<float>().ToArray());
        AssertSame(x, merged.reshape(x.shape));
    });

    [Fact]
    public void Views_share_their_elements() => ForAnySeed(random =>
    {
        var x = zeros(Shape(random, 4, 4));
        var view = RandomView(random, x);
        view.fill_(1);
        Assert.Equal(view.numel(), (long)x.sum().item<float>());
        x.fill_(2);
        Assert.Equal(2f * view.numel(), view.sum().item<float>());
    });

    [Fact]
    public void What_is_written_at_an_index_is_read_there_and_nowhere_else() => ForAnySeed(random =>
    {
        var x = Strided(random, Shape(random, 4, 5));
        var before = x.clone();
        var index = RandomIndex(random, x.shape);
        var value = rand(x[index].shape) + 10;
        x[index] = value;
        AssertSame(value, x[index]);
        Assert.Equal(value.numel(), (x >= 10).sum().item<long>());
        x[index] = before[index];
        AssertSame(before, x);
    });

    [Fact]
    public void Lists_of_positions_write_where_they_read() => ForAnySeed(random =>
    {
        var x = Strided(random, Shape(random, 4, 5));
        var dim = random.Next((int)x.ndim);
        var positions = randperm(x.shape[dim])[..random.Next(1, (int)x.shape[dim] + 1)];
        TensorIndex[] index = [.. Enumerable.Repeat(TensorIndex.Colon, dim), TensorIndex.Tensor(positions)];
        var value = rand(x[index].shape) + 10;
        x[index] = value;
        AssertSame(value, x[index]);
        AssertSame(value, x.index_select(dim, positions));
        Assert.Equal(value.numel(), (x >= 10).sum().item<long>());
    });

    [Fact]
    public void The_gradient_of_reading_is_writing() => ForAnySeed(random =>
    {
        var x = randn(Shape(random, 3, 5)).requires_grad_();
        var index = RandomIndex(random, x.shape);
        x[index].sum().backward();
        var expected = zeros_like(x);
        expected[index] = 1;
        AssertSame(expected, x.grad!);
    });

    [Fact]
    public void Joining_undoes_splitting() => ForAnySeed(random =>
    {
        var x = Strided(random, Shape(random, 4, 6));
        var dim = random.Next((int)x.ndim);
        AssertSame(x, cat(x.split(random.Next(1, 4), dim), dim));
        AssertSame(x, cat(x.chunk(random.Next(1, 4), dim), dim));
        AssertSame(x, stack(x.unbind(dim), dim));
    });

    [Fact]
    public void Sorting_orders_and_permutes() => ForAnySeed(random =>
    {
        var x = Strided(random, Shape(random, 3, 7));
        var dim = random.Next((int)x.ndim);
        var (values, indices) = x.sort(dim);
        AssertSame(values, x.gather(dim, indices));
        Assert.True((values.narrow(dim, 1, x.shape[dim] - 1) >= values.narrow(dim, 0, x.shape[dim] - 1)).all().item<bool>());
        AssertSame(arange(x.shape[dim]).expand(x.transpose(dim, -1).shape), indices.sort(dim).Values.transpose(dim, -1));
    });

    private static void ForAnySeed(Action<System.Random> law) => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        using var scope = NewDisposeScope();
        law(new System.Random(seed));
    }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Runs));

    private static long[] Shape(System.Random random, int maxRank, int maxLength) =>
        [.. Enumerable.Range(0, random.Next(1, maxRank + 1)).Select(_ => (long)random.Next(1, maxLength + 1))];

    // Some lengths set to 1, some leading dimensions dropped.
    private static long[] Reduced(System.Random random, long[] shape) =>
        [.. shape[random.Next(shape.Length)..].Select(length => random.Next(3) == 0 ? 1 : length)];

    // Random values in a random layout: in order, transposed, or every second element.
    private static Tensor Strided(System.Random random, long[] shape)
    {
        var kind = random.Next(3);
        long[] stored = kind switch
        {
            1 => [.. shape.Reverse()],
            2 => [.. shape[..^1], shape[^1] * 2],
            _ => shape,
        };
        var count = (int)stored.Aggregate(1L, (a, b) => a * b);
        var values = tensor(Enumerable.Range(0, count).Select(_ => (float)random.NextDouble()).ToArray()).reshape(stored);
        return kind switch
        {
            1 => values.T,
            2 => values[TensorIndex.Ellipsis, TensorIndex.Slice(step: 2)],
            _ => values,
        };
    }

    private static Tensor RandomView(System.Random random, Tensor x)
    {
        for (var i = 0; i < 3; i++)
        {
            var dim = random.Next((int)x.ndim);
            x = random.Next(4) switch
            {
                0 => x.transpose(dim, 0),
                1 => x.narrow(dim, 0, (x.shape[dim] + 1) / 2),
                2 => x.unsqueeze(dim),
                _ => x.slice(dim, 0, x.shape[dim], 2),
            };
        }

        return x;
    }

    private static TensorIndex[] RandomIndex(System.Random random, long[] shape) =>
        [.. shape[..random.Next(1, shape.Length + 1)].Select(length => random.Next(4) switch
    {
        0 => TensorIndex.Single(random.Next((int)length) - (random.Next(2) * length)),
        1 => TensorIndex.Slice(random.Next((int)length), null, random.Next(1, 3)),
        2 => TensorIndex.Slice(0, length - random.Next((int)length)),
        _ => TensorIndex.Colon,
    })];

    private static long[] Broadcast(long[] a, long[] b) => [.. Enumerable.Range(1, Math.Max(a.Length, b.Length)).Reverse()
        .Select(i => Math.Max(i <= a.Length ? a[^i] : 1, i <= b.Length ? b[^i] : 1))];

    private static IEnumerable<long[]> Positions(long[] shape) => shape.Aggregate<long, IEnumerable<long[]>>([[]],
        (done, length) => done.SelectMany(prefix => Enumerable.Range(0, (int)length).Select(i => (long[])[.. prefix, i])));

    private static float At(Tensor x, long[] position)
    {
        var own = position[^(int)x.ndim..];
        return Read<float>(x, [.. own.Select((at, d) => x.shape[d] == 1 ? 0 : at)]);
    }

    private static T Read<T>(Tensor x, long[] position) where T : unmanaged => x.data<T>()[position];

    private static void AssertSame(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(Numbers.Of(expected), Numbers.Of(actual));
    }
}
