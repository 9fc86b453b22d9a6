namespace Notebooks.Language.Completion;

/// <summary>Files and folders that a half-written path can mean.</summary>
internal static class FileCompletions
{
    private const int MostEntries = 1000;

    /// <param name="typed">The path up to the cursor.</param>
    /// <param name="cursor">The cursor's offset in the cell.</param>
    /// <param name="folder">Where relative paths start.</param>
    /// <param name="extensions">The extensions wanted, with their dots; none is any.</param>
    internal static CompletionList Complete(string typed, int cursor, string folder, params IReadOnlyCollection<string> extensions)
    {
        int nameStart = typed.LastIndexOfAny(['/', '\\']) + 1;
        string name = typed[nameStart..];
        return new CompletionList([.. Entries(Path.Combine(folder, typed[..nameStart]), name, extensions)], cursor - name.Length, cursor);
    }

    private static IEnumerable<CompletionItem> Entries(string folder, string name, IReadOnlyCollection<string> extensions)
    {
        try
        {
            // Hidden ones only for who asks for them.
            return new DirectoryInfo(folder).EnumerateFileSystemInfos()
                .Where(entry => entry.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                .Where(entry => name.StartsWith('.') || !entry.Name.StartsWith('.'))
                .Where(entry => entry is DirectoryInfo || extensions.Count == 0 || extensions.Contains(entry.Extension.ToLowerInvariant()))
                .Take(MostEntries)
                .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
                .Select(entry => entry is DirectoryInfo
                    ? new CompletionItem(entry.Name + "/", CompletionKind.Folder)
                    : new CompletionItem(entry.Name, CompletionKind.File))
                .ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
