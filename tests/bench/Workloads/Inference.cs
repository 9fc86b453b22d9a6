using static TorchSharp.torch;

namespace Bench.Workloads;

/// <summary>A forward pass without gradients.</summary>
internal sealed class Inference(double forwardFlops, Func<Tensor> forward) : IWorkload
{
    public double FlopsPerStep => forwardFlops;

    public void Step()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        forward();
    }
}
