namespace Benchmarks.Workloads;

/// <summary>A fixed piece of work whose time is compared with PyTorch's for the same work.</summary>
internal interface IWorkload
{
    /// <summary>The letter that workloads.py knows it by.</summary>
    string Name { get; }

    /// <summary>One training step: forward, backward, update.</summary>
    void Step();
}
