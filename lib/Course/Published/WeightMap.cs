using Course.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Published;

/// <summary>
/// From which tensors of a published file each tensor of a module is made. Others name their layers differently, keep queries, keys and
/// values apart, or store a matrix transposed; nothing else differs.
/// </summary>
public sealed class WeightMap
{
    private readonly Dictionary<string, WeightSource> _sources = [];
    private readonly List<string> _passed = [];

    /// <summary>The names that a file must hold.</summary>
    public IReadOnlyCollection<string> SourceNames => [.. _sources.Values.SelectMany(source => source.Names)];

    /// <summary>The tensor as it is.</summary>
    public WeightMap Copy(string name, string source) => Add(name, new WeightSource([source]));

    /// <summary>The tensor with rows and columns exchanged.</summary>
    public WeightMap Transpose(string name, string source) => Add(name, new WeightSource([source], Transposed: true));

    /// <summary>Weight and bias of a layer as they are.</summary>
    public WeightMap Layer(string name, string source) => Join(name, source);

    /// <summary>Weight and bias of a layer whose weight is stored transposed, as in GPT-2's "Conv1D".</summary>
    public WeightMap TransposedLayer(string name, string source) =>
        Transpose($"{name}.weight", $"{source}.weight").Copy($"{name}.bias", $"{source}.bias");

    /// <summary>Weights and biases of several layers as one layer: queries, keys and values.</summary>
    public WeightMap Join(string name, params string[] sources)
    {
        foreach (string part in (string[])["weight", "bias"])
            Add($"{name}.{part}", new WeightSource([.. sources.Select(source => $"{source}.{part}")]));
        return this;
    }

    /// <summary>Tensors whose name begins so are not needed: buffers, other parts of a larger model.</summary>
    public WeightMap Pass(params string[] beginnings)
    {
        _passed.AddRange(beginnings);
        return this;
    }

    /// <summary>
    /// Reads a file, or the files of a folder, into a module. Floating-point types are converted to those of the module. Nothing is changed
    /// where something does not fit.
    /// </summary>
    /// <exception cref="ArgumentException">Tensors are missing, left over, or of another shape; the message lists them.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public void Load(nn.Module module, string path)
    {
        using WeightFiles files = WeightFiles.Open(path);
        Dictionary<string, Tensor> state = module.state_dict();
        ThrowIfUnfit(state, files, module.GetName());
        using IDisposable noGrad = no_grad();
        foreach ((string name, WeightSource source) in _sources)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor[] parts = [.. source.Names.Select(files.Read)];
            Tensor value = parts.Length == 1 ? parts[0] : cat(parts, 0);
            state[name].copy_(source.Transposed ? value.t() : value);
        }
    }

    /// <summary>Writes a module under the published names, as <see cref="Load"/> reads it.</summary>
    public void Save(nn.Module module, string path)
    {
        using IDisposable noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Dictionary<string, Tensor> state = module.state_dict(), written = [];
        foreach ((string name, WeightSource source) in _sources)
        {
            Tensor value = source.Transposed ? state[name].t() : state[name];
            Tensor[] parts = source.Names.Length == 1 ? [value] : value.chunk(source.Names.Length, 0);
            foreach ((string part, Tensor tensor) in source.Names.Zip(parts)) written[part] = tensor.contiguous().to(CPU);
        }

        Data.Safetensors.Save(written, path);
    }

    private WeightMap Add(string name, WeightSource source)
    {
        _sources.Add(name, source);
        return this;
    }

    private void ThrowIfUnfit(Dictionary<string, Tensor> state, WeightFiles files, string module)
    {
        string[] unknown = [.. _sources.Keys.Except(state.Keys), .. state.Keys.Except(_sources.Keys)];
        HashSet<string> asked = [.. SourceNames];
        string[] missing = [.. asked.Where(name => files.Find(name) is null)];
        string[] extra = [.. files.Names.Where(name => !asked.Contains(name) && !IsPassed(name))];
        string[] different = missing.Length > 0 || unknown.Length > 0
            ? []
            : [.. _sources.Select(entry => Difference(entry.Key, state[entry.Key], entry.Value, files)).OfType<string>()];
        string[] troubles =
        [
            .. Misfits.Of("different", different), .. Misfits.Of("missing in the file", missing),
            .. Misfits.Of("not known", extra), .. Misfits.Of("not in both module and map", unknown),
        ];
        if (troubles.Length > 0) throw new ArgumentException($"{files.Path} does not fit {module}: {string.Join("; ", troubles)}");
    }

    private bool IsPassed(string name) => _passed.Exists(beginning => name.StartsWith(beginning, StringComparison.Ordinal));

    private static string? Difference(string name, Tensor own, WeightSource source, WeightFiles files)
    {
        long[][] shapes = [.. source.Names.Select(part => files.Find(part)!.Shape.ToArray())];
        long[] found = shapes[0];
        bool same = shapes.All(shape => shape.Length == found.Length && shape.Skip(1).SequenceEqual(found.Skip(1)));
        if (shapes.Length > 1 && found.Length > 0) found = [shapes.Sum(shape => shape.FirstOrDefault()), .. found.Skip(1)];
        if (source.Transposed) found = [.. found.Reverse()];
        return same && found.SequenceEqual(own.shape)
            ? null
            : $"{string.Join(" + ", source.Names)} {(shapes.Length > 1 ? "together" : "is")} "
                + $"{found.ShapeText()} in the file where {name} is {own.ShapeText()}";
    }
}
