using TorchSharp;
using static TorchSharp.torch;

namespace Course.Data;

/// <summary>
/// An open safetensors file, the format in which Hugging Face publishes weights. Opening reads and checks the header; the elements of
/// a tensor are read when it is asked for. Not to be used by two threads at once.
/// </summary>
public sealed class SafetensorsFile : IDisposable
{
    private const int BufferLength = 1 << 20;

    private readonly FileStream _stream;
    private readonly SafetensorsHeader _header;
    private readonly Dictionary<string, SafetensorsEntry> _byName;

    private SafetensorsFile(FileStream stream, SafetensorsHeader header)
    {
        _stream = stream;
        _header = header;
        _byName = header.Entries.ToDictionary(entry => entry.Name);
    }

    /// <summary>What the file says of its tensors, in the order of their bytes.</summary>
    public IReadOnlyList<SafetensorsEntry> Entries => _header.Entries;

    /// <summary>Texts that the writer of the file left in it, for example "format": "pt".</summary>
    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    /// <summary>Opens a file and checks its header.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or is no safetensors file; the message says where.</exception>
    public static SafetensorsFile Open(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"{path}: there is no such file", path);
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            return new SafetensorsFile(stream, SafetensorsHeader.Read(stream, path));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads a tensor.</summary>
    /// <exception cref="KeyNotFoundException">The file has no tensor of this name.</exception>
    /// <exception cref="NotSupportedException">Its element type is one that tensors here do not have.</exception>
    /// <exception cref="InvalidDataException">A truth value is neither 0 nor 1.</exception>
    public Tensor Read(string name)
    {
        if (!_byName.TryGetValue(name, out SafetensorsEntry? entry))
            throw new KeyNotFoundException($"{_stream.Name}: there is no tensor '{name}' among its {_byName.Count}");
        ScalarType type = SafetensorsTypes.Type(entry.Type) ?? throw new NotSupportedException(
            $"{_stream.Name}: tensor '{name}' has elements of type {entry.Type}, which tensors here do not have");
        return type == ScalarType.Bool ? ReadTruthValues(entry) : ReadElements(entry, type);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _stream.Dispose();

    private Tensor ReadElements(SafetensorsEntry entry, ScalarType type)
    {
        Tensor tensor = empty([.. entry.Shape], dtype: type);
        _stream.Position = _header.DataStart + entry.Begin;
        tensor.ReadBytesFromStream(_stream, BufferLength);
        return tensor;
    }

    private Tensor ReadTruthValues(SafetensorsEntry entry)
    {
        using Tensor bytes = ReadElements(entry, ScalarType.Byte);
        using Tensor others = bytes > 1;
        using Tensor damaged = others.any();
        if (damaged.item<bool>())
            throw new InvalidDataException($"{_stream.Name}: tensor '{entry.Name}': a truth value is neither 0 nor 1");
        return bytes.to(ScalarType.Bool);
    }
}
