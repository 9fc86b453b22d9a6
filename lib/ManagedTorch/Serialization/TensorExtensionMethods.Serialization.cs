using ManagedTorch.Core;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Writes element type, shape and elements, in TorchSharp's format.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TensorFormat.Write(writer, tensor);
    }

    /// <summary>Writes the tensor to a stream, which stays open.</summary>
    public static void Save(this Tensor tensor, Stream stream) => TensorFiles.Write(tensor, stream);

    /// <summary>Writes the tensor to a file.</summary>
    public static void Save(this Tensor tensor, string location) => TensorFiles.Write(tensor, location);

    /// <summary>Reads a saved tensor's elements into this one. When they cannot be read, it is left as it was.</summary>
    /// <param name="tensor">The tensor whose elements are replaced.</param>
    /// <param name="reader">Where the saved tensor begins.</param>
    /// <param name="skip">Whether the saved tensor is only passed over; its shape may then be another.</param>
    /// <exception cref="ArgumentException">Element type or shape differs.</exception>
    /// <exception cref="InvalidDataException">The data ends early or is in another format.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(reader);
        (ScalarType type, long[] shape) = TensorFiles.Guard(() => TensorFormat.ReadHeader(reader));
        if (type != tensor.dtype)
        {
            throw new ArgumentException($"Load: the saved tensor is {type} and the one to load it into {tensor.dtype}");
        }
        if (!skip && !shape.SequenceEqual(tensor.shape))
        {
            throw Errors.Shapes(nameof(Load), shape, tensor.shape, "the saved tensor is loaded into one of its own shape");
        }
        Elements(tensor, reader, skip, type, shape);
    }

    /// <summary>Reads a saved tensor.</summary>
    /// <param name="reader">Where the saved tensor begins.</param>
    /// <param name="skip">Whether its elements are passed over; the result then has its type and shape, and zeros.</param>
    /// <exception cref="InvalidDataException">The data ends early or is in another format.</exception>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    /// <summary>Reads a saved tensor into one that is there, or makes one where there is none.</summary>
    /// <inheritdoc cref="Load(Tensor, BinaryReader, bool)"/>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        if (tensor is not null)
        {
            tensor.Load(reader, skip);
            return;
        }
        ArgumentNullException.ThrowIfNull(reader);
        (ScalarType type, long[] shape) = TensorFiles.Guard(() => TensorFormat.ReadHeader(reader));
        tensor = TensorFiles.Guard(() =>
        {
            if (!skip)
            {
                return TensorFormat.ReadElements(reader, type, shape);
            }
            TensorFormat.SkipElements(reader, type, shape);
            return Tensor.Zeros(shape, type);
        });
    }

    private static void Elements(Tensor tensor, BinaryReader reader, bool skip, ScalarType type, long[] shape) => TensorFiles.Guard(() =>
    {
        if (skip)
        {
            TensorFormat.SkipElements(reader, type, shape);
            return tensor;
        }
        using IDisposable noGrad = no_grad();
        using Tensor loaded = TensorFormat.ReadElements(reader, type, shape);
        return tensor.copy_(loaded);
    });
}
