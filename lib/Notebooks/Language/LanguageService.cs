using Notebooks.Compilation;
using Notebooks.Language.Cells;
using Notebooks.Language.Completion;
using Notebooks.Language.Documentation;
using Notebooks.Language.Inspecting;
using Notebooks.Magics;
using Notebooks.Session;

namespace Notebooks.Language;

/// <summary>
/// Helps a reader write the next cell of a session: completion and documentation. It never runs code, and works
/// while a cell runs. Cursors are offsets in UTF-16 units; one outside the code counts as its nearest end.
/// </summary>
public sealed class LanguageService
{
    // What readers ask first: a name, a member, an argument.
    private static readonly string[] WarmUpCode = ["Cons", "var text = $\"{1}\"; text.", "Console.WriteLine("];

    private readonly MagicRegistry magics = new();

    /// <summary>The service for one session.</summary>
    public LanguageService(CSharpSession session)
    {
        var binder = new CellBinder(session);
        var documentation = new DocumentationFinder();
        Completer = new Completer(session, binder, documentation, magics);
        Inspector = new Inspector(session, binder, documentation, magics);
    }

    /// <summary>Finds completions; throws what goes wrong.</summary>
    internal Completer Completer { get; }

    /// <summary>Finds documentation; throws what goes wrong.</summary>
    internal Inspector Inspector { get; }

    /// <summary>Answers questions nobody asked, so that the first one asked is answered quickly.</summary>
    public async Task WarmUpAsync()
    {
        foreach (string code in WarmUpCode)
        {
            await CompleteAsync(code, code.Length, CancellationToken.None).ConfigureAwait(false);
            await InspectAsync(code, code.Length, 0, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>What can be written at the cursor, the likeliest first. Any text is taken, whole or not.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<CompletionList> CompleteAsync(string code, int cursor, CancellationToken cancel)
    {
        cursor = Math.Clamp(cursor, 0, code.Length);
        return Answer(code, () => Completer.Complete(code, cursor, cancel), new CompletionList([], cursor, cursor), cancel);
    }

    /// <summary>What is known about the name or call at the cursor, or null.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cursor">An offset in it.</param>
    /// <param name="detail">0: what a tooltip holds; 1: everything.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<Inspection?> InspectAsync(string code, int cursor, int detail, CancellationToken cancel)
    {
        cursor = Math.Clamp(cursor, 0, code.Length);
        return Answer(code, () => Inspector.Inspect(code, cursor, detail > 0, cancel), null, cancel);
    }

    /// <summary>Whether the code could run as it stands, or another line is wanted.</summary>
    public Completeness CheckComplete(string code) =>
        Nesting.IsTooDeep(code) ? new Completeness(CompletenessStatus.Invalid) : CompletenessCheck.Of(code, magics);

    // Half-written code of any kind comes here; no help is better than a kernel that ends.
    private static Task<T> Answer<T>(string code, Func<T> find, T nothing, CancellationToken cancel) => Task.Run(
        () =>
        {
            try
            {
                return Nesting.IsTooDeep(code) ? nothing : find();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return nothing;
            }
        },
        cancel);
}
