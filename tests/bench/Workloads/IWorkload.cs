namespace Bench.Workloads;

/// <summary>A fixed piece of work whose time is compared with PyTorch's for the same work.</summary>
internal interface IWorkload
{
    /// <summary>Floating-point operations of the matrix products of one step; the rest is a few per cent.</summary>
    double FlopsPerStep { get; }

    /// <summary>One step.</summary>
    void Step();
}
