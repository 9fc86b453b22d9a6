using TorchSharp;
using static TorchSharp.torch;

namespace Course.Data;

/// <summary>
/// Weights in safetensors files, which PyTorch, JAX and others read and write (huggingface.co/docs/safetensors). Unlike a pickled
/// checkpoint such a file is data only: nothing in it can run.
/// </summary>
public static class Safetensors
{
    /// <summary>Reads all tensors of a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or is no safetensors file; the message says where.</exception>
    /// <exception cref="NotSupportedException">A tensor has an element type that tensors here do not have.</exception>
    public static Dictionary<string, Tensor> Load(string path)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        // Should a tensor be refused, the scope disposes those read before it.
        using DisposeScope scope = NewDisposeScope();
        var tensors = file.Entries.ToDictionary(entry => entry.Name, entry => file.Read(entry.Name));
        foreach (Tensor tensor in tensors.Values) tensor.MoveToOuterDisposeScope();
        return tensors;
    }

    /// <summary>Writes tensors to a file. A file of that name is replaced only once all is written.</summary>
    /// <param name="tensors">For example a module's <c>state_dict()</c>.</param>
    /// <param name="path">The file.</param>
    /// <param name="metadata">Texts to keep in the file.</param>
    /// <exception cref="ArgumentException">A name or an element type is not to be had in the format.</exception>
    public static void Save(
        IReadOnlyDictionary<string, Tensor> tensors, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        string part = path + ".part";
        try
        {
            using (FileStream stream = File.Create(part)) SafetensorsWriter.Write(stream, tensors, metadata);
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>
    /// Reads a file into a module's parameters and buffers. Floating-point types are converted to those of the module. Nothing is
    /// changed when names or shapes do not fit.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file.</param>
    /// <param name="strict">Whether a name that only one side has is an error.</param>
    /// <param name="rename">Gives for a name in the file the one in the module, or null for a tensor to pass over.</param>
    /// <returns>The names that were not found in the file, and those (as renamed) that the module does not have.</returns>
    /// <exception cref="ArgumentException">The file does not fit the module; the message lists where.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or is no safetensors file; the message says where.</exception>
    public static (IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected) LoadInto(
        nn.Module module, string path, bool strict = true, Func<string, string?>? rename = null)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        Dictionary<string, Tensor> state = module.state_dict();
        var fit = new StateFit(state, file.Entries, rename ?? (name => name));
        fit.ThrowIfUnfit(path, module.GetName(), strict);
        using IDisposable noGrad = no_grad();
        foreach ((string name, SafetensorsEntry entry) in fit.Common)
        {
            using Tensor value = file.Read(entry.Name);
            state[name].copy_(value);
        }

        return (fit.Missing, fit.Unexpected);
    }
}
