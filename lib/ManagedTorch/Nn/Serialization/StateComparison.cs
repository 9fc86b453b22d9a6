namespace TorchSharp;

/// <summary>Compares the state that is there with the state that is to be loaded, and says in words where they differ.</summary>
internal static class StateComparison
{
    /// <summary>Names are listed up to this many.</summary>
    private const int ListedNames = 10;

    internal static (List<string> Missing, List<string> Unexpected) Compare(
        IEnumerable<string> expected, IEnumerable<string> found, IList<string> skip)
    {
        HashSet<string> there = [.. expected];
        HashSet<string> here = [.. found];
        return (expected.Where(k => !here.Contains(k) && !skip.Contains(k)).ToList(),
            found.Where(k => !there.Contains(k) && !skip.Contains(k)).ToList());
    }

    internal static void ThrowIfAny(string module, List<string> missing, List<string> unexpected, Func<string, Exception> exception)
    {
        if (missing.Count + unexpected.Count == 0)
        {
            return;
        }
        List<string> parts = [];
        if (missing.Count > 0)
        {
            parts.Add($"missing: {Names(missing)}");
        }
        if (unexpected.Count > 0)
        {
            parts.Add($"not in the module: {Names(unexpected)}");
        }
        throw exception($"The state does not fit {module}; {string.Join("; ", parts)}. Load it with strict: false to pass over these.");
    }

    internal static void CheckSame(
        string key, ReadOnlySpan<long> shape, torch.ScalarType type, ReadOnlySpan<long> loadedShape, torch.ScalarType loadedType)
    {
        if (!shape.SequenceEqual(loadedShape))
        {
            throw new ArgumentException($"'{key}' has shape {Shape(loadedShape)} in the state and {Shape(shape)} in the module");
        }
        if (type != loadedType)
        {
            throw new ArgumentException($"'{key}' is {loadedType} in the state and {type} in the module");
        }
    }

    private static string Names(List<string> names) =>
        string.Join(", ", names.Take(ListedNames)) + (names.Count > ListedNames ? $" and {names.Count - ListedNames} more" : "");

    private static string Shape(ReadOnlySpan<long> shape) => $"[{string.Join(", ", shape.ToArray())}]";
}
