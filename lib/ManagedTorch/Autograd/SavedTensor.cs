using static TorchSharp.torch;

namespace ManagedTorch.Autograd;

/// <summary>A tensor that a node keeps for the backward pass. It notices when the values were changed in place meanwhile.</summary>
internal sealed class SavedTensor
{
    private readonly GraphNode node;
    private readonly int version;
    private Tensor? tensor;

    public SavedTensor(GraphNode node, Tensor tensor)
    {
        this.node = node;
        using var suspended = TorchSharp.DisposeScopeManager.Suspend();
        this.tensor = tensor.Alias();
        version = tensor.Storage.Version;
    }

    /// <summary>The kept tensor, without history. It belongs to the node: do not dispose it.</summary>
    public Tensor Value
    {
        get
        {
            var value = tensor ?? throw new InvalidOperationException(
                $"{node.Name}: the graph has been used and freed. Call backward(retain_graph: true) the first time to use it twice.");
            if (value.Storage.Version != version)
                throw new InvalidOperationException(
                    $"{node.Name}: a tensor that the backward pass needs has been changed in place. "
                    + "Use the operation without the underscore.");
            return value;
        }
    }

    public void Free()
    {
        tensor?.Dispose();
        tensor = null;
    }
}
