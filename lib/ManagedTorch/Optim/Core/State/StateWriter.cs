using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Writes a state in TorchSharp's file format.</summary>
internal sealed class StateWriter(BinaryWriter writer) : IStateVisitor
{
    public void Visit(ref long value) => writer.Write(value);

    public void Visit(ref double value) => writer.Write(value);

    public void VisitTensor(ref Tensor value) => TensorFormat.Write(writer, value);

    public void VisitOptional(ref Tensor? value)
    {
        writer.Write(value is not null);
        if (value is not null)
        {
            TensorFormat.Write(writer, value);
        }
    }
}
