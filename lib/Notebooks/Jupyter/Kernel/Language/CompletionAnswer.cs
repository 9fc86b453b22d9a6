namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>Completions that replace the text from <paramref name="Start"/> to <paramref name="End"/>.</summary>
internal sealed record CompletionAnswer(int Start, int End, IReadOnlyList<Completion> Items);
