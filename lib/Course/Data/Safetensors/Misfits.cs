namespace Course.Data;

/// <summary>The words for what does not fit between a file of weights and a module.</summary>
internal static class Misfits
{
    /// <summary>Of each kind of trouble this many cases are listed.</summary>
    private const int Listed = 8;

    /// <summary>"missing in the file: a, b"; nothing where there is no case.</summary>
    public static IEnumerable<string> Of(string kind, IReadOnlyCollection<string> cases)
    {
        if (cases.Count == 0) return [];
        string more = cases.Count > Listed ? $" and {cases.Count - Listed} more" : "";
        return [$"{kind}: {string.Join(", ", cases.Take(Listed))}{more}"];
    }
}
