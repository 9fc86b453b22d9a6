using ManagedTorch.Threading;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How many threads an operation may use.</summary>
    public static int get_num_threads() => WorkerPool.Threads;

    /// <summary>Sets how many threads an operation may use. The results do not depend on it, to the last bit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public static void set_num_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        WorkerPool.Threads = num;
    }
}
