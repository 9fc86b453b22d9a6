using static TorchSharp.torch;

namespace ManagedTorch.Autograd;

/// <summary>What autograd knows of one tensor: which node made it, or, for a leaf, the gradient it has collected.</summary>
internal sealed class History
{
    /// <summary>The node that made the tensor; null for a leaf.</summary>
    public GraphNode? Node { get; set; }

    /// <summary>Which output of the node the tensor is.</summary>
    public int Output { get; set; }

    /// <summary>The collected gradient, owned by the history.</summary>
    public Tensor? Gradient { get; set; }

    /// <summary>True for a non-leaf whose gradient is to be kept as well.</summary>
    public bool Retain { get; set; }
}
