using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A module that compares three tensors.</summary>
public abstract class Loss<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    /// <summary>For subclasses.</summary>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(nameof(Loss<T1, T2, T3, TResult>)) => this.reduction = reduction;

    /// <summary>What becomes of the losses of a batch: their mean, their sum, or each for itself.</summary>
    public nn.Reduction reduction { get; }
}
