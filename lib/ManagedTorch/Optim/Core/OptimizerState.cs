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
    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        if (tensor is not null)
        {
            TensorFormat.Write(writer, tensor);
        }
    }

    /// <summary>Reads what <see cref="SaveConditionalStateTensor"/> wrote, and disposes the tensor that was there.</summary>
    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device)
    {
        result?.Dispose();
        result = reader.ReadBoolean() ? TensorFormat.Read(reader).DetachFromDisposeScope() : null;
    }

    /// <summary>A tensor of zeros, of the parameter's shape and type, that outlives any scope.</summary>
    private protected Tensor Zeros() => zeros_like(_parameter).DetachFromDisposeScope();

    /// <summary>Reads a tensor of the parameter's shape, and disposes the tensor that was there.</summary>
    private protected void LoadTensor(BinaryReader reader, ref Tensor tensor)
    {
        Tensor loaded = TensorFormat.Read(reader).DetachFromDisposeScope();
        StateComparison.CheckSame("optimizer state", _parameter.shape, _parameter.dtype, loaded.shape, loaded.dtype);
        tensor.Dispose();
        tensor = loaded;
    }

    private protected static void CopyTensor(Tensor? source, ref Tensor? tensor)
    {
        Tensor? copy = source?.clone().DetachFromDisposeScope();
        tensor?.Dispose();
        tensor = copy;
    }

    private protected static bool Close(Tensor? left, Tensor? right) =>
        left is null ? right is null : right is not null && left.allclose(right);
}
