using ManagedTorch.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Autograd;

/// <summary>
/// Walks the graph from the roots to the leaves. Nodes run in falling order of their sequence number, so when a node runs, every
/// node that used its outputs has run. Gradients that meet are added in place when nobody else holds the buffer.
/// </summary>
internal sealed class BackwardPass
{
    private readonly PriorityQueue<GraphNode, long> ready = new();
    private readonly bool retainGraph;
    private readonly Dictionary<History, Tensor?>? wanted;

    private BackwardPass(bool retainGraph, Dictionary<History, Tensor?>? wanted)
    {
        this.retainGraph = retainGraph;
        this.wanted = wanted;
    }

    /// <summary>Runs a pass.</summary>
    /// <param name="roots">Where the gradients start.</param>
    /// <param name="gradients">The gradient of each root; null for 1, which needs a root of one element.</param>
    /// <param name="retainGraph">Keep what the nodes saved, for another pass.</param>
    /// <param name="wanted">Collect the gradients of these tensors here instead of in the leaves; null for all leaves.</param>
    public static void Run(IReadOnlyList<Tensor> roots, IReadOnlyList<Tensor>? gradients, bool retainGraph,
        Dictionary<History, Tensor?>? wanted)
    {
        using var noGrad = GradMode.Set(false);
        using var suspended = DisposeScopeManager.Suspend();
        var pass = new BackwardPass(retainGraph, wanted);
        for (var i = 0; i < roots.Count; i++)
            pass.Start(roots[i], gradients is null || i >= gradients.Count ? null : gradients[i]);
        pass.Drain();
    }

    private void Start(Tensor root, Tensor? gradient)
    {
        var history = root.History ?? throw new InvalidOperationException(
            "backward: the tensor does not require gradients: "
            + "no input with requires_grad took part in it, or it was made under no_grad().");
        if (gradient is null)
        {
            if (root.Count != 1)
                throw new InvalidOperationException(
                    $"backward: a tensor of shape {Core.Layout.Text(root.Sizes)} needs a gradient of that shape; "
                    + "only one element may go without.");
            gradient = Operations.Creation.Full(root.Sizes, 1, root.Type);
        }
        else
        {
            if (!gradient.Sizes.AsSpan().SequenceEqual(root.Sizes))
                throw Core.Errors.Shapes("backward", root.Sizes, gradient.Sizes, "the gradient must have the tensor's shape");
            gradient = gradient.Alias();
        }

        Deliver(history, gradient);
    }

    private void Drain()
    {
        while (ready.TryDequeue(out var node, out _))
        {
            var arrived = node.Arrived!;
            node.Arrived = null;
            for (var i = 0; i < arrived.Length; i++)
                KeepIfAsked(node.Outputs[i], arrived[i]);
            Tensor?[] results;
            var scope = DisposeScopeManager.Open();
            try
            {
                results = node.Run(arrived);
                foreach (var result in results)
                    result?.DetachFromDisposeScope();
            }
            finally
            {
                scope.Dispose();
                foreach (var gradient in arrived)
                    gradient?.Dispose();
            }

            if (!retainGraph)
                node.Free();
            for (var i = 0; i < results.Length; i++)
            {
                if (results[i] is not { } result)
                    continue;
                if (node.Inputs[i] is { } history)
                    Deliver(history, Converted(result, node.InputTypes[i]));
                else
                    result.Dispose();
            }
        }
    }

    // An operation that promotes its inputs computes gradients in the promoted type.
    private static Tensor Converted(Tensor gradient, ScalarType type)
    {
        if (gradient.Type == type)
            return gradient;
        using (gradient)
            return Operations.Casts.To(gradient, type);
    }

    // Takes ownership of the gradient.
    private void Deliver(History history, Tensor gradient)
    {
        if (history.Node is { } node)
        {
            if (node.Arrived is null)
            {
                node.Arrived = new Tensor?[node.Outputs.Length];
                ready.Enqueue(node, -node.Sequence);
            }

            node.Arrived[history.Output] = Add(node.Arrived[history.Output], gradient);
        }
        else if (wanted is null)
        {
            history.Gradient = Own(Add(history.Gradient, gradient));
        }
        else if (wanted.TryGetValue(history, out var sum))
        {
            wanted[history] = Own(Add(sum, gradient));
        }
        else
        {
            gradient.Dispose();
        }
    }

    private void KeepIfAsked(History? history, Tensor? gradient)
    {
        if (history is null || gradient is null)
            return;
        if (wanted is not null && wanted.ContainsKey(history))
            wanted[history] = Add(wanted[history], gradient.Copy());
        if (wanted is null && history.Retain)
            history.Gradient = Add(history.Gradient, gradient.Copy());
    }

    // A leaf keeps its gradient for long and optimisers write to it: it must be contiguous and nobody else's.
    private static Tensor Own(Tensor gradient)
    {
        if (gradient.Storage.IsExclusive && gradient.Contiguous)
            return gradient;
        var copy = gradient.Copy();
        gradient.Dispose();
        return copy;
    }

    private static Tensor Add(Tensor? sum, Tensor gradient)
    {
        if (sum is null)
            return gradient;
        Tensor result;
        if (sum.Storage.IsExclusive && sum.Contiguous)
        {
            Operations.Elementwise.AddInPlace(sum, gradient);
            result = sum;
            gradient.Dispose();
            return result;
        }

        if (gradient.Storage.IsExclusive && gradient.Contiguous)
        {
            Operations.Elementwise.AddInPlace(gradient, sum);
            sum.Dispose();
            return gradient;
        }

        result = Operations.Elementwise.Sum(sum, gradient);
        sum.Dispose();
        gradient.Dispose();
        return result;
    }
}
