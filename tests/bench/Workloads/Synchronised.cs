using static TorchSharp.torch;

namespace Bench.Workloads;

/// <summary>A workload on a GPU, which works on while the program goes on: a step ends when the GPU has done it.</summary>
internal sealed class Synchronised(IWorkload workload) : IWorkload
{
    public double FlopsPerStep => workload.FlopsPerStep;

    public void Step()
    {
        workload.Step();
        cuda.synchronize();
    }
}
