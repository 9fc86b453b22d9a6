using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Reads what <see cref="StateWriter"/> wrote, and disposes the tensors that were there.</summary>
internal sealed class StateReader(BinaryReader reader, Parameter parameter) : IStateVisitor
{
    public void Visit(ref long value) => value = reader.ReadInt64();

    public void Visit(ref double value) => value = reader.ReadDouble();

    public void VisitTensor(ref Tensor value)
    {
        Tensor loaded = TensorFormat.Read(reader).DetachFromDisposeScope();
        StateComparison.CheckSame("optimizer state", parameter.shape, parameter.dtype, loaded.shape, loaded.dtype);
        value.Dispose();
        value = loaded;
    }

    public void VisitOptional(ref Tensor? value)
    {
        value?.Dispose();
        value = reader.ReadBoolean() ? TensorFormat.Read(reader).DetachFromDisposeScope() : null;
    }
}
