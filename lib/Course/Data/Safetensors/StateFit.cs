using static TorchSharp.torch;

namespace Course.Data;

/// <summary>Where the tensors of a file and the state of a module fit, and where not.</summary>
internal sealed class StateFit
{
    private readonly List<string> _clashes = [];
    private readonly List<string> _different = [];

    /// <param name="state">The module's parameters and buffers.</param>
    /// <param name="entries">The file's tensors.</param>
    /// <param name="rename">From a name in the file to the one in the module, or null for a tensor to pass over.</param>
    public StateFit(Dictionary<string, Tensor> state, IEnumerable<SafetensorsEntry> entries, Func<string, string?> rename)
    {
        Dictionary<string, SafetensorsEntry> found = [];
        foreach (SafetensorsEntry entry in entries)
        {
            if (rename(entry.Name) is { } name && !found.TryAdd(name, entry))
                _clashes.Add($"{name} (from {found[name].Name} and {entry.Name})");
        }

        Missing = [.. state.Keys.Where(name => !found.ContainsKey(name))];
        Unexpected = [.. found.Keys.Where(name => !state.ContainsKey(name))];
        Common = [.. found.Where(entry => state.ContainsKey(entry.Key))];
        foreach ((string name, SafetensorsEntry entry) in Common)
        {
            if (Difference(state[name], entry) is { } difference) _different.Add($"{name} {difference}");
        }
    }

    /// <summary>Names of the module that the file does not have.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Names, as renamed, that the module does not have.</summary>
    public IReadOnlyList<string> Unexpected { get; }

    /// <summary>What both have, under the module's names.</summary>
    public IReadOnlyList<KeyValuePair<string, SafetensorsEntry>> Common { get; }

    /// <exception cref="ArgumentException">Something does not fit.</exception>
    public void ThrowIfUnfit(string file, string module, bool strict)
    {
        string[] troubles =
        [
            .. Misfits.Of("renamed to one name", _clashes), .. Misfits.Of("different", _different),
            .. strict ? Misfits.Of("missing in the file", Missing) : [], .. strict ? Misfits.Of("not in the module", Unexpected) : [],
        ];
        if (troubles.Length == 0) return;
        string hint = strict && _clashes.Count + _different.Count == 0 ? ". Pass strict: false to pass over these names." : "";
        throw new ArgumentException($"{file} does not fit {module}: {string.Join("; ", troubles)}{hint}");
    }

    private static string? Difference(Tensor own, SafetensorsEntry entry)
    {
        if (!own.shape.SequenceEqual(entry.Shape))
            return $"is {entry.Shape.ToArray().ShapeText()} in the file and {own.ShapeText()} in the module";
        return Fits(own.dtype, entry.Type) ? null : $"is {entry.Type} in the file and {own.dtype} in the module";
    }

    private static bool Fits(ScalarType own, string type) =>
        SafetensorsTypes.Type(type) is { } found && (found == own || (is_floating_point(found) && is_floating_point(own)));
}
