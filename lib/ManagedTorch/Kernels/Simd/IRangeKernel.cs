namespace ManagedTorch.Kernels;

/// <summary>Work on a range of elements or rows whose parts are independent of one another.</summary>
internal interface IRangeKernel
{
    /// <summary>Works on [start, end) with vectors of type <typeparamref name="T"/>.</summary>
    void Run<T>(long start, long end)
        where T : struct, ILanes<T>;
}
