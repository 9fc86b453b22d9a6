using System.Text;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Writes a tensor to a file, in TorchSharp's format: type, rank and lengths as LEB128 numbers, then the elements.</summary>
    public static void Save(this torch.Tensor tensor, string location)
    {
        using FileStream stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Writes a tensor to a stream, which stays open.</summary>
    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    /// <summary>Writes a tensor.</summary>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer) => TensorFormat.Write(writer, tensor);

    /// <summary>Reads elements into a tensor of the same shape and type.</summary>
    /// <param name="tensor">Where the elements go.</param>
    /// <param name="reader">Where they come from.</param>
    /// <param name="skip">Read past them and leave the tensor as it is.</param>
    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        using torch.Tensor saved = TensorFormat.Read(reader);
        if (skip)
        {
            return;
        }
        StateComparison.CheckSame("tensor", tensor.shape, tensor.dtype, saved.shape, saved.dtype);
        using IDisposable noGrad = torch.no_grad();
        tensor.copy_(saved);
    }
}
