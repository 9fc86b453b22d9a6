namespace TorchSharp;

/// <summary>
/// A tensor as TorchSharp writes it: element type, number of dimensions and dimensions as LEB128 numbers, then the elements in
/// row-major order, little-endian.
/// </summary>
internal static class TensorFormat
{
    /// <summary>More dimensions than any tensor here has: the mark of a file in another format.</summary>
    private const long MaxRank = 64;

    private const int ChunkLength = 1 << 20;

    internal static unsafe void Write(BinaryWriter writer, torch.Tensor tensor)
    {
        Leb128.Write(writer, (long)tensor.dtype);
        long[] shape = tensor.shape;
        Leb128.Write(writer, shape.Length);
        foreach (long length in shape)
        {
            Leb128.Write(writer, length);
        }
        using torch.Tensor ordered = tensor.InOrder();
        long count = ordered.numel() * ordered.element_size();
        for (long at = 0; at < count; at += ChunkLength)
        {
            writer.Write(new ReadOnlySpan<byte>(ordered.Bytes + at, (int)Math.Min(ChunkLength, count - at)));
        }
    }

    /// <summary>The element type and shape; the elements follow in the stream.</summary>
    internal static (torch.ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader)
    {
        long type = Leb128.Read(reader);
        long rank = Leb128.Read(reader);
        if (!Enum.IsDefined((torch.ScalarType)type) || rank > MaxRank)
        {
            throw new InvalidDataException("the data is no tensor saved by TorchSharp");
        }
        long[] shape = new long[rank];
        for (int i = 0; i < rank; i++)
        {
            shape[i] = Leb128.Read(reader);
        }
        return ((torch.ScalarType)type, shape);
    }

    /// <summary>The elements of a tensor whose header has been read.</summary>
    internal static unsafe torch.Tensor ReadElements(BinaryReader reader, torch.ScalarType type, long[] shape)
    {
        torch.Tensor tensor = torch.Tensor.Empty(shape, type);
        long count = tensor.numel() * tensor.element_size();
        for (long at = 0; at < count; at += ChunkLength)
        {
            int length = (int)Math.Min(ChunkLength, count - at);
            reader.BaseStream.ReadExactly(new Span<byte>(tensor.Bytes + at, length));
        }
        return tensor;
    }

    internal static torch.Tensor Read(BinaryReader reader)
    {
        (torch.ScalarType type, long[] shape) = ReadHeader(reader);
        return ReadElements(reader, type, shape);
    }
}
