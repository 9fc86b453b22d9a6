using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter.</summary>
public abstract class OptimizerState
{
    /// <summary>The parameter.</summary>
    protected Parameter _parameter;

    /// <summary>For subclasses.</summary>
    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Sets the state of a parameter that has taken no step.</summary>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Copies another state.</summary>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Writes the state.</summary>
    public abstract void SaveStateDict(BinaryWriter writer);

    /// <summary>Moves the state; the embedded engine has the CPU alone.</summary>
    public virtual void to(Device device)
    {
    }

    /// <summary>Whether another state holds about the same numbers.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    /// <summary>Writes whether there is a tensor, and the tensor.</summary>
    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor) =>
        new StateWriter(writer).VisitOptional(ref tensor);

    /// <summary>Reads what <see cref="SaveConditionalStateTensor"/> wrote, and disposes the tensor that was there.</summary>
    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device) =>
        new StateReader(reader, null!).VisitOptional(ref result);

    /// <summary>Shows each value to <paramref name="visitor"/>, in the order of the file format.</summary>
    internal virtual void Accept(IStateVisitor visitor)
    {
    }

    /// <summary>A tensor of zeros, of the parameter's shape and type, that outlives any scope.</summary>
    private protected Tensor Zeros() => zeros_like(_parameter).DetachFromDisposeScope();

    private protected void Copy(OptimizerState source)
    {
        if (!ReferenceEquals(source, this))
        {
            Accept(new StateCopier(StateValues.Of(source)));
        }
    }

    private protected void Read(BinaryReader reader) => Accept(new StateReader(reader, _parameter));

    private protected void Write(BinaryWriter writer) => Accept(new StateWriter(writer));

    // Numbers must be equal, tensors close.
    private protected bool IsClose(OptimizerState other) => other.GetType() == GetType() &&
        StateValues.Of(this).Zip(StateValues.Of(other)).All(pair => pair is (Tensor left, Tensor right)
            ? left.allclose(right)
            : Equals(pair.First, pair.Second));

    private protected void Release()
    {
        foreach (Tensor tensor in StateValues.Of(this).OfType<Tensor>())
        {
            tensor.Dispose();
        }
    }
}
