using System.Collections.Concurrent;
using ManagedTorch.Threading;

namespace ManagedTorch.Tests.Kernels.Threading;

[Collection(KernelCollection.Name)]
public sealed class WorkerPoolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void EveryChunkRunsExactlyOnce(int threads)
    {
        using var settings = new KernelSettings(threads: threads);
        foreach (int chunks in new[] { 0, 1, 2, 3, 64, 1000 })
        {
            int[] runs = new int[chunks];
            WorkerPool.For(chunks, chunk => Interlocked.Increment(ref runs[chunk]));
            Assert.All(runs, count => Assert.Equal(1, count));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void RangesDependOnLengthAndGrainOnly(int threads)
    {
        using var settings = new KernelSettings(threads: threads);
        var ranges = new ConcurrentBag<(long, long)>();
        WorkerPool.ForRange(10, 4, (start, end) => ranges.Add((start, end)));
        Assert.Equal([(0, 4), (4, 8), (8, 10)], ranges.Order());

        ranges.Clear();
        WorkerPool.ForRange(0, 4, (start, end) => ranges.Add((start, end)));
        Assert.Empty(ranges);

        WorkerPool.ForRange(3, long.MaxValue, (start, end) => ranges.Add((start, end)));
        Assert.Equal([(0, 3)], ranges);
    }

    [Fact]
    public void AGrainBelowOneIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkerPool.ForRange(10, 0, (_, _) => { }));

    [Fact]
    public void AThreadCountBelowOneIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkerPool.Threads = 0);

    [Fact]
    public void SeveralThreadsTakePart()
    {
        using var settings = new KernelSettings(threads: 3);
        using var allHere = new Barrier(3);
        var threads = new ConcurrentDictionary<int, bool>();

        // Each chunk waits for the others, so three different threads must run them.
        WorkerPool.For(3, _ =>
        {
            threads[Environment.CurrentManagedThreadId] = true;
            Assert.True(allHere.SignalAndWait(TimeSpan.FromSeconds(30)));
        });
        Assert.Equal(3, threads.Count);
    }

    [Fact]
    public void OneThreadRunsChunksInOrderOnTheCaller()
    {
        using var settings = new KernelSettings(threads: 1);
        var order = new List<int>();
        int caller = Environment.CurrentManagedThreadId;
        WorkerPool.For(5, chunk =>
        {
            Assert.Equal(caller, Environment.CurrentManagedThreadId);
            order.Add(chunk);
        });
        Assert.Equal([0, 1, 2, 3, 4], order);
    }

    [Fact]
    public void NestedLoopsRunInlineOnTheThreadOfTheirChunk()
    {
        using var settings = new KernelSettings(threads: 4);
        int total = 0;
        WorkerPool.For(8, _ =>
        {
            int outer = Environment.CurrentManagedThreadId;
            WorkerPool.For(10, _ =>
            {
                Assert.Equal(outer, Environment.CurrentManagedThreadId);
                Interlocked.Increment(ref total);
            });
            WorkerPool.ForRange(100, 7, (start, end) => Interlocked.Add(ref total, (int)(end - start)));
        });
        Assert.Equal(8 * 110, total);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void AnExceptionOfABodyReachesTheCallerAndThePoolStillWorks(int threads)
    {
        using var settings = new KernelSettings(threads: threads);
        for (int round = 0; round < 20; round++)
        {
            var thrown = Assert.Throws<InvalidOperationException>(() => WorkerPool.For(16, chunk =>
            {
                if (chunk == 5)
                {
                    throw new InvalidOperationException("chunk five");
                }
            }));
            Assert.Equal("chunk five", thrown.Message);

            int sum = 0;
            WorkerPool.For(16, chunk => Interlocked.Add(ref sum, chunk));
            Assert.Equal(120, sum);
        }
    }

    [Fact]
    public void ManyTinyLoopsLoseNothing()
    {
        using var settings = new KernelSettings(threads: 3);
        for (int round = 0; round < 20_000; round++)
        {
            int sum = 0;
            WorkerPool.For(3, chunk => Interlocked.Add(ref sum, chunk + 1));
            Assert.Equal(6, sum);
        }
    }

    [Fact]
    public void ParkedWorkersWakeUp()
    {
        using var settings = new KernelSettings(threads: 2);
        for (int round = 0; round < 20; round++)
        {
            Thread.Sleep(2); // Long enough for the worker to stop spinning.
            using var both = new Barrier(2);
            WorkerPool.For(2, _ => Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30))));
        }
    }

    [Fact]
    public void LoopsOfSeveralCallersDoNotDisturbEachOther()
    {
        using var settings = new KernelSettings(threads: 3);
        Thread[] callers = new Thread[4];
        long[] sums = new long[callers.Length];
        for (int i = 0; i < callers.Length; i++)
        {
            int caller = i;
            callers[i] = new Thread(() =>
            {
                for (int round = 0; round < 500; round++)
                {
                    WorkerPool.For(10, chunk => Interlocked.Add(ref sums[caller], chunk));
                }
            });
            callers[i].Start();
        }

        Assert.All(callers, caller => Assert.True(caller.Join(TimeSpan.FromSeconds(60))));
        Assert.All(sums, sum => Assert.Equal(500 * 45, sum));
    }

    [Fact]
    public void AFinishedLoopDoesNotKeepItsBodyAlive()
    {
        using var settings = new KernelSettings(threads: 2);
        WeakReference captured = RunAndForget();
        for (int i = 0; i < 50 && captured.IsAlive; i++)
        {
            Thread.Sleep(5);
            GC.Collect();
        }

        Assert.False(captured.IsAlive);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference RunAndForget()
        {
            object target = new();
            WorkerPool.For(4, _ => GC.KeepAlive(target));
            return new WeakReference(target);
        }
    }
}
