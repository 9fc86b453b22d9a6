using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bench.Workloads;

/// <summary>Forward, backward and an AdamW update.</summary>
/// <param name="forwardFlops">Operations of the forward pass; the backward pass takes twice as many.</param>
/// <param name="parameters">What is trained.</param>
/// <param name="loss">The forward pass down to the loss.</param>
internal sealed class TrainingStep(double forwardFlops, IEnumerable<Parameter> parameters, Func<Tensor> loss) : IWorkload
{
    private readonly optim.Optimizer optimizer = optim.AdamW(parameters, 1e-3);

    public double FlopsPerStep => 3 * forwardFlops;

    public void Step()
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        loss().backward();
        optimizer.step();
    }
}
