namespace TorchSharp;

/// <summary>A state_dict as TorchSharp writes it: the number of entries as LEB128, then for each its name and its tensor.</summary>
internal static class StateFormat
{
    /// <summary>What follows the letters PK at the start of a ZIP archive; read as a state, they are a count and a length.</summary>
    private const string ZipMark = "\u0003\u0004";

    internal static void Write(BinaryWriter writer, IReadOnlyCollection<KeyValuePair<string, torch.Tensor>> entries)
    {
        Leb128.Write(writer, entries.Count);
        foreach ((string key, torch.Tensor tensor) in entries)
        {
            writer.Write(key);
            TensorFormat.Write(writer, tensor);
        }
    }

    /// <summary>Reads all entries; the tensors are new and belong to the caller.</summary>
    /// <exception cref="InvalidDataException">The data ends early or is in another format.</exception>
    internal static Dictionary<string, torch.Tensor> Read(BinaryReader reader)
    {
        Dictionary<string, torch.Tensor> entries = [];
        string at = "the number of entries";
        try
        {
            long count = Leb128.Read(reader);
            for (long i = 0; i < count; i++)
            {
                at = $"the name of entry {i + 1} of {count}";
                string key = ReadName(reader, at);
                if (count == 'P' && key.StartsWith(ZipMark, StringComparison.Ordinal))
                {
                    throw new InvalidDataException(TensorFormat.ZipMessage);
                }
                at = $"'{key}'";
                if (!entries.TryAdd(key, ReadTensor(reader, at)))
                {
                    throw new InvalidDataException($"{at} comes twice in the saved state");
                }
            }
            return entries;
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException($"the saved state ends within {at}: the file is cut off or is not a saved module");
        }
    }

    private static string ReadName(BinaryReader reader, string at)
    {
        try
        {
            return reader.ReadString();
        }
        catch (Exception error) when (error is FormatException || error.GetType() == typeof(IOException))
        {
            throw new InvalidDataException($"{at} has an impossible length: the file is damaged or is not a saved module", error);
        }
    }

    private static torch.Tensor ReadTensor(BinaryReader reader, string at)
    {
        try
        {
            return TensorFormat.Read(reader);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{at}: {error.Message}", error);
        }
    }
}
