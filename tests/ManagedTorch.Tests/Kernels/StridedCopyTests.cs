using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(KernelCollection.Name)]
public sealed unsafe class StridedCopyTests
{
    [Theory]
    [InlineData(new long[0], new long[0])] // a scalar
    [InlineData(new long[] { 0, 3 }, new long[] { 3, 1 })]
    [InlineData(new long[] { 70_001 }, new long[] { 1 })]
    [InlineData(new long[] { 64, 4, 65, 32 }, new long[] { 8320, 32, 128, 1 })] // heads out of a fused projection
    [InlineData(new long[] { 8, 4, 32, 65 }, new long[] { 8320, 32, 1, 128 })] // transposed keys
    [InlineData(new long[] { 257, 300 }, new long[] { 1, 257 })]
    [InlineData(new long[] { 16, 7, 7, 33 }, new long[] { 1617, 7, 1, 49 })] // NCHW to NHWC
    [InlineData(new long[] { 500, 128 }, new long[] { 0, 1 })] // a row for all
    [InlineData(new long[] { 500, 128 }, new long[] { 1, 0 })] // a value for each row
    [InlineData(new long[] { 3, 5, 4 }, new long[] { 0, 0, 0 })]
    [InlineData(new long[] { 5, 6 }, new long[] { 24, 2 })] // every second element
    [InlineData(new long[] { 4, 1, 6 }, new long[] { 6, 99, 1 })] // the stride of a size of 1 means nothing
    [InlineData(new long[] { 4, 100 }, new long[] { 13, 3 })]
    public void CopiesIntoContiguousMemory(long[] shape, long[] strides)
    {
        Check<float>(shape, strides, Contiguous(shape));
        Check<double>(shape, strides, Contiguous(shape));
        Check<byte>(shape, strides, Contiguous(shape));
    }

    [Fact]
    public void CopiesIntoAStridedDestination()
    {
        Check<float>([3, 40], [40, 1], [100, 1]); // concatenation along the last dimension
        Check<float>([40, 37], [37, 1], [1, 40]); // into a transposed matrix
        Check<long>([3, 5, 6], [30, 6, 1], [60, 12, 2]);
    }

    [Fact]
    public void AnyPermutationOfAnyShapeIsCopied() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        seed =>
        {
            // A random shape, dimensions permuted, some of them broadcast.
            var random = new Random(seed);
            int rank = random.Next(1, 6);
            long[] shape = Enumerable.Range(0, rank).Select(_ => (long)random.Next(1, rank > 3 ? 9 : 40)).ToArray();
            int[] order = Enumerable.Range(0, rank).OrderBy(_ => random.Next()).ToArray();
            var strides = new long[rank];
            long step = random.Next(1, 3);
            foreach (int d in order)
            {
                bool broadcast = random.Next(5) == 0;
                strides[d] = broadcast ? 0 : step;
                step *= broadcast ? 1 : shape[d];
            }

            Check<float>(shape, strides, Contiguous(shape));
            Check<short>(shape, strides, Contiguous(shape));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TooManyDimensionsAreRefusedClearly()
    {
        long[] shape = Enumerable.Repeat(2L, 16).ToArray();
        long[] strides = Enumerable.Range(0, 16).Select(d => 1L << d).ToArray();
        using var memory = new GuardedArray<byte>(1 << 16);
        Assert.Contains(
            "14 dimensions",
            Assert.Throws<NotSupportedException>(
                () => StridedCopy.Copy(memory.Pointer, strides, memory.Pointer, Contiguous(shape), shape)).Message);
    }

    private static long[] Contiguous(long[] shape)
    {
        var strides = new long[shape.Length];
        long step = 1;
        for (int d = shape.Length - 1; d >= 0; d--)
        {
            strides[d] = step;
            step *= shape[d];
        }

        return strides;
    }

    private static long Extent(long[] shape, long[] strides) =>
        shape.Contains(0) ? 0 : 1 + shape.Zip(strides, (size, stride) => (size - 1) * stride).Sum();

    private static void Check<T>(long[] shape, long[] sourceStrides, long[] destinationStrides)
        where T : unmanaged
    {
        using var source = new GuardedArray<T>(Extent(shape, sourceStrides));
        new Random(1).NextBytes(MemoryMarshal.AsBytes(source.Values));
        var wanted = new T[Extent(shape, destinationStrides)];
        long count = shape.Aggregate(1L, (product, size) => product * size);
        for (long i = 0; i < count; i++)
        {
            long from = 0, to = 0, rest = i;
            for (int d = shape.Length - 1; d >= 0; d--)
            {
                from += rest % shape[d] * sourceStrides[d];
                to += rest % shape[d] * destinationStrides[d];
                rest /= shape[d];
            }

            wanted[to] = source.Values[(int)from];
        }

        foreach (SimdLevel level in KernelSettings.Levels)
        {
            foreach (int threads in new[] { 1, 2 })
            {
                using var settings = new KernelSettings(level, threads);
                using var destination = new GuardedArray<T>(new T[wanted.Length]);
                StridedCopy.Copy(source.Pointer, sourceStrides, destination.Pointer, destinationStrides, shape);
                Assert.True(
                    MemoryMarshal.AsBytes(destination.Values)
                        .SequenceEqual(MemoryMarshal.AsBytes<T>(wanted)),
                    $"{typeof(T).Name}, {level}, {threads} threads, shape [{string.Join(", ", shape)}], strides ["
                    + string.Join(", ", sourceStrides) + "]");
            }
        }
    }
}
