namespace TorchSharp;

/// <summary>One tensor from a stream or a file, with errors that say what is wrong with the data.</summary>
internal static class TensorFiles
{
    internal static torch.Tensor Read(BinaryReader reader) => Guard(() => TensorFormat.Read(reader));

    internal static torch.Tensor Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using BinaryReader reader = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        return Read(reader);
    }

    internal static torch.Tensor Read(string location)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (!File.Exists(location))
        {
            throw new FileNotFoundException($"There is no saved tensor '{location}'", location);
        }
        using FileStream stream = File.OpenRead(location);
        try
        {
            torch.Tensor tensor = Read(stream);
            if (stream.Position < stream.Length)
            {
                tensor.Dispose();
                throw new InvalidDataException($"{stream.Length - stream.Position} bytes follow the tensor: the file holds more than one " +
                    "(a saved module is read by its load)");
            }
            return tensor;
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"'{location}': {error.Message}", error);
        }
    }

    internal static void Write(torch.Tensor tensor, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        TensorFormat.Write(writer, tensor);
    }

    internal static void Write(torch.Tensor tensor, string location)
    {
        ArgumentNullException.ThrowIfNull(location);
        using FileStream stream = File.Create(location);
        Write(tensor, stream);
    }

    /// <summary>Turns the end of the data into an error that says so.</summary>
    internal static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException("the data ends within the tensor: it is cut off or is no tensor saved by TorchSharp", error);
        }
    }
}
