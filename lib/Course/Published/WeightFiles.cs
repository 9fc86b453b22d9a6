using System.Text.Json;
using Course.Data;
using static TorchSharp.torch;

namespace Course.Published;

/// <summary>
/// The weights of a folder as Hugging Face publishes them: model.safetensors, or several files and model.safetensors.index.json, which says
/// what is in which. One file alone will do too. Elements are read when they are asked for.
/// </summary>
public sealed class WeightFiles : IDisposable
{
    private const string Single = "model.safetensors";
    private const string Index = "model.safetensors.index.json";

    private readonly List<SafetensorsFile> _files = [];
    private readonly Dictionary<string, (SafetensorsFile File, SafetensorsEntry Entry)> _entries = [];

    private WeightFiles(string path) => Path = path;

    /// <summary>What was opened, for messages.</summary>
    public string Path { get; }

    /// <summary>The names of all tensors.</summary>
    public IReadOnlyCollection<string> Names => _entries.Keys;

    /// <summary>Opens a file, or the files of a folder.</summary>
    /// <exception cref="FileNotFoundException">There are no weights; the message says which file is expected.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static WeightFiles Open(string path)
    {
        var weights = new WeightFiles(path);
        try
        {
            foreach (string file in Files(path)) weights.Add(SafetensorsFile.Open(file));
            return weights;
        }
        catch
        {
            weights.Dispose();
            throw;
        }
    }

    /// <summary>What is said of a tensor; null when there is none of this name.</summary>
    public SafetensorsEntry? Find(string name) => _entries.TryGetValue(name, out var found) ? found.Entry : null;

    /// <summary>Reads a tensor.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public Tensor Read(string name) => _entries.TryGetValue(name, out var found)
        ? found.File.Read(name)
        : throw new KeyNotFoundException($"{Path}: there is no tensor '{name}' among its {_entries.Count}");

    /// <summary>Closes the files.</summary>
    public void Dispose() => _files.ForEach(file => file.Dispose());

    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path)) return [path];
        string index = System.IO.Path.Combine(path, Index), single = System.IO.Path.Combine(path, Single);
        if (File.Exists(single)) return [single];
        if (!File.Exists(index))
            throw new FileNotFoundException($"{path}: neither {Single} nor {Index} is there", single);
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(index));
            return [.. json.RootElement.GetProperty("weight_map").EnumerateObject().Select(entry => entry.Value.GetString()!).Distinct()
                .Select(file => System.IO.Path.Combine(path, System.IO.Path.GetFileName(file)))];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{index}: this is no list of weight files: {error.Message}", error);
        }
    }

    private void Add(SafetensorsFile file)
    {
        _files.Add(file);
        foreach (SafetensorsEntry entry in file.Entries) _entries[entry.Name] = (file, entry);
    }
}
