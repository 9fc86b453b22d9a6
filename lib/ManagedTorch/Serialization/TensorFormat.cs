using ManagedTorch.Core;

namespace TorchSharp;

/// <summary>
/// A tensor as TorchSharp writes it: element type, number of dimensions and dimensions as LEB128 numbers, then the elements in
/// row-major order, little-endian. A reader trusts nothing: no memory is asked for before the bytes that fill it are known to be there.
/// </summary>
internal static class TensorFormat
{
    /// <summary>More dimensions than any tensor here has: the mark of a file in another format.</summary>
    private const long MaxRank = 64;

    private const int ChunkLength = 1 << 20;

    /// <summary>Says of a file that begins with "PK" what it is and what to do with it.</summary>
    internal const string ZipMessage =
        "the data is a ZIP archive as PyTorch's torch.save writes it, not TorchSharp's format; " +
        "in Python write it again with safetensors.torch.save_file and read it with Course.Data.Safetensors";

    internal static void Write(BinaryWriter writer, torch.Tensor tensor)
    {
        Leb128.Write(writer, (long)tensor.dtype);
        long[] shape = tensor.shape;
        Leb128.Write(writer, shape.Length);
        foreach (long length in shape)
        {
            Leb128.Write(writer, length);
        }
        using torch.Tensor ordered = tensor.InOrder();
        writer.Flush();
        WriteElements(ordered, writer.BaseStream, ChunkLength);
    }

    /// <summary>Writes the elements of a contiguous tensor.</summary>
    internal static unsafe void WriteElements(torch.Tensor tensor, Stream stream, int chunkLength)
    {
        long count = tensor.numel() * tensor.element_size();
        for (long at = 0; at < count; at += chunkLength)
        {
            stream.Write(new ReadOnlySpan<byte>(tensor.Bytes + at, (int)Math.Min(chunkLength, count - at)));
        }
        GC.KeepAlive(tensor);
    }

    /// <summary>The element type and shape; the elements follow in the stream.</summary>
    /// <exception cref="InvalidDataException">The header is that of no tensor.</exception>
    /// <exception cref="EndOfStreamException">The stream ends within the header.</exception>
    internal static (torch.ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader)
    {
        long type = Leb128.Read(reader);
        long rank = Leb128.Read(reader);
        if (type == 'P' && rank == 'K')
        {
            throw new InvalidDataException(ZipMessage);
        }
        if (type > sbyte.MaxValue || !Enum.IsDefined((torch.ScalarType)type))
        {
            throw new InvalidDataException($"the data is no tensor saved by TorchSharp: there is no element type {type}");
        }
        if (rank > MaxRank)
        {
            throw new InvalidDataException($"the data is no tensor saved by TorchSharp: {rank} dimensions are more than {MaxRank}");
        }
        long[] shape = new long[rank];
        for (int i = 0; i < rank; i++)
        {
            shape[i] = Leb128.Read(reader);
        }
        return ((torch.ScalarType)type, shape);
    }

    /// <summary>The elements of a tensor whose header has been read.</summary>
    /// <exception cref="InvalidDataException">No tensor can have that shape, or a truth value is neither 0 nor 1.</exception>
    /// <exception cref="EndOfStreamException">The stream has fewer bytes than the header promises.</exception>
    internal static torch.Tensor ReadElements(BinaryReader reader, torch.ScalarType type, long[] shape)
    {
        Stream stream = reader.BaseStream;
        long count = CountBytes(shape, type);
        RequireBytes(stream, count);
        List<byte[]>? pieces = stream.CanSeek ? null : ReadPieces(stream, count);
        torch.Tensor tensor = torch.Tensor.Empty(shape, type);
        try
        {
            if (pieces is null)
            {
                ReadElements(tensor, stream, ChunkLength);
            }
            else
            {
                CopyElements(tensor, pieces);
            }
            RequireTruthValues(tensor);
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    /// <summary>Fills a contiguous tensor.</summary>
    internal static unsafe void ReadElements(torch.Tensor tensor, Stream stream, int chunkLength)
    {
        long count = tensor.numel() * tensor.element_size();
        for (long at = 0; at < count; at += chunkLength)
        {
            stream.ReadExactly(new Span<byte>(tensor.Bytes + at, (int)Math.Min(chunkLength, count - at)));
        }
        GC.KeepAlive(tensor);
    }

    internal static torch.Tensor Read(BinaryReader reader)
    {
        (torch.ScalarType type, long[] shape) = ReadHeader(reader);
        return ReadElements(reader, type, shape);
    }

    /// <summary>Passes over the elements of a tensor whose header has been read.</summary>
    internal static void SkipElements(BinaryReader reader, torch.ScalarType type, long[] shape)
    {
        Stream stream = reader.BaseStream;
        long count = CountBytes(shape, type);
        RequireBytes(stream, count);
        if (stream.CanSeek)
        {
            stream.Seek(count, SeekOrigin.Current);
            return;
        }
        byte[] dropped = new byte[Math.Min(ChunkLength, count)];
        for (long left = count; left > 0; left -= dropped.Length)
        {
            stream.ReadExactly(dropped, 0, (int)Math.Min(dropped.Length, left));
        }
    }

    private static long CountBytes(long[] shape, torch.ScalarType type)
    {
        try
        {
            return Layout.Bytes(shape, type);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"the data is no tensor saved by TorchSharp: {error.Message}", error);
        }
    }

    private static void RequireBytes(Stream stream, long count)
    {
        if (stream.CanSeek && stream.Length - stream.Position < count)
        {
            throw new EndOfStreamException();
        }
    }

    // A stream that cannot tell its length is read first, so that a damaged header costs no more memory than the bytes behind it.
    private static List<byte[]> ReadPieces(Stream stream, long count)
    {
        List<byte[]> pieces = [];
        for (long left = count; left > 0; left -= ChunkLength)
        {
            byte[] piece = new byte[Math.Min(ChunkLength, left)];
            stream.ReadExactly(piece);
            pieces.Add(piece);
        }
        return pieces;
    }

    private static unsafe void CopyElements(torch.Tensor tensor, List<byte[]> pieces)
    {
        byte* to = tensor.Bytes;
        foreach (byte[] piece in pieces)
        {
            piece.CopyTo(new Span<byte>(to, piece.Length));
            to += piece.Length;
        }
        GC.KeepAlive(tensor);
    }

    private static unsafe void RequireTruthValues(torch.Tensor tensor)
    {
        if (tensor.dtype != torch.ScalarType.Bool)
        {
            return;
        }
        long count = tensor.numel();
        for (long at = 0; at < count; at += ChunkLength)
        {
            ReadOnlySpan<byte> part = new(tensor.Bytes + at, (int)Math.Min(ChunkLength, count - at));
            if (part.ContainsAnyExceptInRange((byte)0, (byte)1))
            {
                throw new InvalidDataException("a truth value is neither 0 nor 1: the data is damaged");
            }
        }
        GC.KeepAlive(tensor);
    }
}
