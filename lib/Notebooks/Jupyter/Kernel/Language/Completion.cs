namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>One completion.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Kind">What it is, such as "method".</param>
/// <param name="Signature">Shown beside it; null for nothing.</param>
internal sealed record Completion(string Text, string Kind, string? Signature);
