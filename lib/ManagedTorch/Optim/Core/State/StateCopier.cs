using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gives a state the values of another of its kind; tensors are cloned, and those that were there disposed.</summary>
internal sealed class StateCopier(IReadOnlyList<object?> values) : IStateVisitor
{
    private int _next;

    public void Visit(ref long value) => value = (long)values[_next++]!;

    public void Visit(ref double value) => value = (double)values[_next++]!;

    public void VisitTensor(ref Tensor value)
    {
        Tensor? tensor = value;
        VisitOptional(ref tensor);
        value = tensor!;
    }

    public void VisitOptional(ref Tensor? value)
    {
        Tensor? copy = ((Tensor?)values[_next++])?.clone().DetachFromDisposeScope();
        value?.Dispose();
        value = copy;
    }
}
