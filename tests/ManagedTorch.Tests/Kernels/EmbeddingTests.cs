using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(KernelCollection.Name)]
public sealed unsafe class EmbeddingTests
{
    [Theory]
    [InlineData(0, 5, 3, -1)]
    [InlineData(4, 1, 3, -1)]
    [InlineData(70, 33, 5, 2)]
    [InlineData(900, 200, 11, 0)]
    public void LookupAndGradientMatch(int count, int width, int rows, int padding)
    {
        float[] table = KernelAssert.Random(rows * width, 1), dy = KernelAssert.Random(count * width, 2);
        long[] index = Enumerable.Range(0, count).Select(i => (i * 7L) % rows).ToArray();
        var looked = new double[count * width];
        double[] gradient = KernelAssert.Widen(table);
        for (int i = 0; i < looked.Length; i++)
        {
            int at = ((int)index[i / width] * width) + (i % width);
            looked[i] = table[at];
            gradient[at] += index[i / width] == padding ? 0 : dy[i];
        }

        KernelAssert.Matches(
            () =>
            {
                using var t = new GuardedArray<float>(table);
                using var indices = new GuardedArray<long>(index);
                using var y = new GuardedArray<float>(looked.Length);
                using var g = new GuardedArray<float>(dy);
                Embedding.Forward(t.Pointer, indices.Pointer, y.Pointer, count, width);
                Embedding.Backward(indices.Pointer, g.Pointer, t.Pointer, count, rows, width, padding);
                return [y.Values.ToArray(), t.Values.ToArray()];
            },
            [looked, gradient],
            relative: 1e-5,
            absolute: 1e-5);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-1)]
    public void AnIndexOutsideTheTableIsNamed(long wrong)
    {
        using var index = new GuardedArray<long>([0, wrong]);
        var error = Assert.Throws<IndexOutOfRangeException>(() => Embedding.CheckIndices(index.Pointer, 2, 5));
        Assert.Contains($"index {wrong} at position 1", error.Message);
        Assert.Contains("5 rows", error.Message);
    }
}
