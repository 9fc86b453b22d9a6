namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>What a front end asks about code while it is written. Positions are UTF-16 offsets.</summary>
internal interface ILanguageService
{
    Task<CompletionAnswer> CompleteAsync(string code, int cursor, CancellationToken cancel);

    /// <summary>Documentation of what stands at the cursor, by mime type; null when there is none.</summary>
    Task<IReadOnlyDictionary<string, string>?> InspectAsync(string code, int cursor, int detail, CancellationToken cancel);

    /// <summary>Whether the code can run as it stands.</summary>
    Completeness Check(string code);
}
