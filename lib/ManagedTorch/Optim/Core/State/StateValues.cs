using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Lists the values of a state.</summary>
internal sealed class StateValues : IStateVisitor
{
    private readonly List<object?> _values = [];

    private StateValues()
    {
    }

    /// <summary>The values: long, double, <see cref="Tensor"/> or null.</summary>
    internal static IReadOnlyList<object?> Of(OptimizerState state)
    {
        var values = new StateValues();
        state.Accept(values);
        return values._values;
    }

    public void Visit(ref long value) => _values.Add(value);

    public void Visit(ref double value) => _values.Add(value);

    public void VisitTensor(ref Tensor value) => _values.Add(value);

    public void VisitOptional(ref Tensor? value) => _values.Add(value);
}
