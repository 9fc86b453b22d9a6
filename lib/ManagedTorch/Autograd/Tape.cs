using static TorchSharp.torch;

namespace ManagedTorch.Autograd;

/// <summary>Records operations.</summary>
internal static class Tape
{
    /// <summary>The node of an operation on these inputs, or null when nothing is to be recorded.</summary>
    public static GraphNode? Open(string name, params ReadOnlySpan<Tensor?> inputs) => OpenMany(name, 1, inputs);

    /// <summary>The node of an operation with several outputs, or null when nothing is to be recorded.</summary>
    public static GraphNode? OpenMany(string name, int outputs, params ReadOnlySpan<Tensor?> inputs)
    {
        if (!GradMode.Enabled)
            return null;
        var any = false;
        foreach (var input in inputs)
            any |= input is not null && input.History is not null;
        if (!any)
            return null;
        var histories = new History?[inputs.Length];
        var types = new ScalarType[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i] is not { History: { } history } input)
                continue;
            histories[i] = history;
            types[i] = input.Type;
        }

        return new GraphNode(name, outputs, histories, types);
    }

    /// <summary>Ties an output to its node.</summary>
    public static Tensor Close(this GraphNode node, Tensor output, int index = 0)
    {
        output.History = new History { Node = node, Output = index };
        node.Outputs[index] = output.History;
        return output;
    }
}
