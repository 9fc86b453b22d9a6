using static TorchSharp.torch;

namespace ManagedTorch.Autograd;

/// <summary>Maps the gradients of an operation's outputs to the gradients of its inputs; null stands for zero or not needed.</summary>
internal delegate Tensor?[] BackwardFunction(Tensor?[] gradients);

/// <summary>One recorded operation: where its inputs came from, and how to send gradients to them.</summary>
internal sealed class GraphNode
{
    private static long count;

    private readonly List<SavedTensor> saved = [];
    private BackwardFunction? backward;

    public GraphNode(string name, int outputs, History?[] inputs, ScalarType[] inputTypes)
    {
        Name = name;
        Outputs = new History?[outputs];
        Inputs = inputs;
        InputTypes = inputTypes;
        Sequence = Interlocked.Increment(ref count);
    }

    public string Name { get; }

    /// <summary>Nodes are numbered as they are made, so a node has a smaller number than every node that uses its outputs.</summary>
    public long Sequence { get; }

    /// <summary>The history of each input, null where no gradient is wanted.</summary>
    public History?[] Inputs { get; }

    /// <summary>The element type of each input, which is that of its gradient.</summary>
    public ScalarType[] InputTypes { get; }

    /// <summary>The history of each output, for gradients that are retained.</summary>
    public History?[] Outputs { get; }

    /// <summary>Gradients of the outputs that have arrived in the current pass.</summary>
    public Tensor?[]? Arrived { get; set; }

    public bool Needs(int input) => Inputs[input] is not null;

    public void Define(BackwardFunction function) => backward = function;

    /// <summary>Keeps a tensor for the backward pass, whatever becomes of the tensor object itself.</summary>
    public SavedTensor Save(Tensor tensor)
    {
        var entry = new SavedTensor(this, tensor);
        saved.Add(entry);
        return entry;
    }

    public Tensor?[] Run(Tensor?[] gradients)
    {
        if (backward is null)
            throw new InvalidOperationException(
                $"{Name}: the graph has been used and freed. Call backward(retain_graph: true) the first time to use it twice.");
        return backward(gradients);
    }

    /// <summary>Frees what the node kept. Activations go back to the pool while the pass is still running.</summary>
    public void Free()
    {
        backward = null;
        foreach (var entry in saved)
            entry.Free();
        saved.Clear();
    }
}
