using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace ManagedTorch.Tests.Data;

[Collection("default generator")]
public sealed class DataLoaderTests
{
    [Fact]
    public void Batches_stack_the_rows_in_order()
    {
        using IterableDataLoader loader = DataLoader(Rows(5), 2);
        List<(double[] Features, double[] Labels, long[] Shape)> batches = [];
        foreach (IList<Tensor> batch in loader)
        {
            batches.Add((Numbers.Of(batch[0]), Numbers.Of(batch[1]), batch[0].shape));
        }
        Assert.Equal(3, loader.Count);
        Assert.Equal([[2, 2], [2, 2], [1, 2]], batches.Select(b => b.Shape));
        Assert.Equal([0, 1, 2, 3], batches[0].Features);
        Assert.Equal([0, 1, 2, 3, 4], batches.SelectMany(b => b.Labels));
    }

    [Fact]
    public void The_last_batch_can_be_dropped()
    {
        using IterableDataLoader loader = DataLoader(Rows(5), 2, drop_last: true);
        Assert.Equal(2, loader.Count);
        Assert.Equal([0, 1, 2, 3], Labels(loader));
    }

    [Fact]
    public void Shuffling_takes_each_sample_once()
    {
        using IterableDataLoader loader = DataLoader(Rows(50), 8, shuffle: true, seed: 3);
        double[] labels = Labels(loader);
        Assert.NotEqual(labels.Order(), labels);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (double)i), labels.Order());
    }

    [Fact]
    public void A_seed_gives_one_order_for_every_walk()
    {
        using IterableDataLoader loader = DataLoader(Rows(50), 8, shuffle: true, seed: 3);
        double[] first = Labels(loader);
        Assert.Equal(first, Labels(loader));
        using IterableDataLoader other = DataLoader(Rows(50), 8, shuffle: true, seed: 4);
        Assert.NotEqual(first, Labels(other));
    }

    [Fact]
    public void Without_a_seed_walks_differ_and_follow_manual_seed()
    {
        using IterableDataLoader loader = DataLoader(Rows(50), 8, shuffle: true);
        manual_seed(1);
        double[][] walks = [Labels(loader), Labels(loader)];
        Assert.NotEqual(walks[0], walks[1]);
        manual_seed(1);
        Assert.Equal(walks[0], Labels(loader));
    }

    [Fact]
    public void A_shuffler_of_the_callers_own_gives_the_order()
    {
        using IterableDataLoader loader = DataLoader(Rows(5), 2, shuffler: [4, 0, 4]);
        Assert.Equal([4, 0, 4], Labels(loader));
    }

    [Fact]
    public void The_seeded_order_takes_two_draws_of_the_base_librarys_generator_for_each_place()
    {
        Random random = new(7);
        List<long> expected = [];
        for (long i = 0; i < 6; i++)
        {
            long place = unchecked(((long)random.Next() << 32) + (uint)random.Next()) % (i + 1);
            expected.Add(i);
            (expected[(int)place], expected[(int)i]) = (expected[(int)i], expected[(int)place]);
        }
        Assert.Equal(expected, new FisherYatesShuffler(6, 7));
    }

    [Fact]
    public void Named_tensors_are_stacked_by_name()
    {
        using Squares squares = new();
        using TorchSharp.Modules.DataLoader loader = DataLoader(squares, 3);
        Dictionary<string, double[]> first = [];
        foreach (Dictionary<string, Tensor> batch in loader)
        {
            first = batch.ToDictionary(e => e.Key, e => Numbers.Of(e.Value));
            break;
        }
        Assert.Equal([0, 1, 2], first["x"]);
        Assert.Equal([0, 1, 4], first["y"]);
    }

    [Fact]
    public void A_batch_lives_until_the_next_one()
    {
        using IterableDataLoader loader = DataLoader(Rows(4), 2);
        List<Tensor> kept = [];
        foreach (IList<Tensor> batch in loader)
        {
            Assert.All(kept, t => Assert.True(t.IsInvalid));
            Assert.False(batch[0].IsInvalid);
            kept.AddRange(batch);
        }
        Assert.Equal(4, kept.Count);
        Assert.All(kept, t => Assert.True(t.IsInvalid));
    }

    [Fact]
    public void Batches_can_be_kept()
    {
        using IterableDataLoader loader = DataLoader(Rows(4), 2, disposeBatch: false);
        Tensor[] features = [.. loader.Select(batch => batch[0])];
        Assert.Equal([[0, 1, 2, 3], [4, 5, 6, 7]], features.Select(Numbers.Of));
    }

    [Fact]
    public void A_walk_leaves_no_tensors_behind_in_the_callers_scope()
    {
        using TensorDataset rows = Rows(6);
        using IterableDataLoader loader = DataLoader(rows, 2, disposeDataset: false);
        using var scope = NewDisposeScope();
        int batches = 0;
        foreach (IList<Tensor> batch in loader)
        {
            Assert.Equal(0, scope.DisposablesCount);
            batches++;
        }
        Assert.Equal(3, batches);
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void The_data_set_goes_with_the_loader_unless_it_is_to_stay()
    {
        TensorDataset rows = Rows(4);
        DataLoader(rows, 2, disposeDataset: false).Dispose();
        Assert.Equal(4, rows.Count);
        DataLoader(rows, 2).Dispose();
        Assert.Throws<InvalidOperationException>(() => rows.Count);
    }

    [Fact]
    public void Tensors_of_unequal_length_make_no_data_set() =>
        Assert.Contains("[3], [4]", Assert.Throws<ArgumentException>(() => TensorDataset(zeros(3), zeros(4))).Message);

    private static TensorDataset Rows(long count) =>
        TensorDataset(arange(2 * count, dtype: ScalarType.Float32).reshape(count, 2), arange(count));

    private static double[] Labels(IterableDataLoader loader)
    {
        List<double> labels = [];
        foreach (IList<Tensor> batch in loader)
        {
            labels.AddRange(Numbers.Of(batch[1]));
        }
        return [.. labels];
    }
}
