using ManagedTorch.Kernels;
using ManagedTorch.Threading;

namespace ManagedTorch.Tests.Kernels;

/// <summary>Sets the instruction set and the thread count and puts them back at the end of its scope.</summary>
internal readonly struct KernelSettings : IDisposable
{
    private readonly SimdLevel level;
    private readonly int threads;

    internal KernelSettings(SimdLevel? level = null, int? threads = null)
    {
        this.level = Simd.Level;
        this.threads = WorkerPool.Threads;
        Simd.Level = level ?? Simd.Level;
        WorkerPool.Threads = threads ?? WorkerPool.Threads;
    }

    /// <summary>Every instruction set this processor has.</summary>
    internal static IEnumerable<SimdLevel> Levels => Enum.GetValues<SimdLevel>().Where(level => level <= Simd.Supported);

    public void Dispose()
    {
        Simd.Level = level;
        WorkerPool.Threads = threads;
    }
}
